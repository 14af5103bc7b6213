package jml.views.frame.palette;

import java.time.Duration;
import java.util.function.Consumer;
import jml.views.kit.screen.ScreenId;

/// What the palette can do to the console. FX thread.
///
/// @param showWindow how much time the time bar spans
public record Verbs(
        Consumer<ScreenId> go,
        Consumer<String> showEnvironment,
        Runnable goLive,
        Runnable copyLink,
        Runnable toggleTheme,
        Consumer<Duration> showWindow) {}
