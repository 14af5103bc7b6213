package jml.views.frame.palette;

import java.time.Duration;
import jml.views.kit.screen.ScreenId;

/// What the palette can do to the console. FX thread.
public interface Verbs {
    void go(ScreenId screen);

    void showEnvironment(String name);

    void goLive();

    void copyLink();

    void toggleTheme();

    void back();

    void forward();

    void showWindow(Duration window);
}
