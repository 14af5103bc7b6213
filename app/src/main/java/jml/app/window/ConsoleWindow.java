package jml.app.window;

import java.nio.file.Path;
import javafx.application.Application;
import javafx.application.Platform;
import jml.app.cli.ExitCode;
import jml.app.profile.Profile;
import org.jspecify.annotations.Nullable;

/// Opens the window and stays until it is closed.
public final class ConsoleWindow {
    private ConsoleWindow() {}

    /// @param link a `jml://` link to open; null for the screen that was open last
    public static int open(Profile profile, Path data, @Nullable String link) {
        return open(new ConsoleApplication.Request(profile, data, link, () -> {}));
    }

    /// The scripted tour that trains the start-up cache: opens, shows the simulated fleet, closes.
    public static int tour(Path data) {
        return open(new ConsoleApplication.Request(
                Profile.simulated(), data, null, () -> new Tour(Platform::exit).begin()));
    }

    private static int open(ConsoleApplication.Request request) {
        ConsoleApplication.prepare(request);
        Application.launch(ConsoleApplication.class);
        return ExitCode.OK;
    }
}
