package jml.app.window;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.application.Platform;
import jml.app.Console;
import jml.app.SimulatedConsole;
import jml.app.cli.ExitCode;
import jml.app.profile.Profile;
import jml.engine.Pacer;
import org.jspecify.annotations.Nullable;

/// Opens the window and stays until it is closed.
public final class ConsoleWindow {
    private ConsoleWindow() {}

    /// @param link a `jml://` link to open; null for the screen that was open last
    public static int open(Profile profile, Path data, @Nullable String link) {
        return open(new ConsoleApplication.Request(opening(profile, data), data, link, () -> {}));
    }

    /// The scripted tour that trains the start-up cache: opens, shows what the record holds, looks around, closes.
    public static int tour(Profile profile, Path data) {
        return open(new ConsoleApplication.Request(
                opening(profile, data), data, null, () -> new Tour(Platform::exit).begin()));
    }

    /// Reads the record while the toolkit starts.
    private static CompletableFuture<Console> opening(Profile profile, Path data) {
        return CompletableFuture.supplyAsync(
                () -> Console.open(profile, data, Pacer.real(), SimulatedConsole.MODELS),
                work -> Thread.ofPlatform().name("opening").start(work));
    }

    private static int open(ConsoleApplication.Request request) {
        ConsoleApplication.prepare(request);
        Application.launch(ConsoleApplication.class);
        return ExitCode.OK;
    }
}
