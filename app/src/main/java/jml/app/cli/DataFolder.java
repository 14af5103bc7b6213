package jml.app.cli;

import java.nio.file.Path;
import java.util.Locale;

/// Where each system wants an application to keep what it saw.
final class DataFolder {
    private DataFolder() {}

    static Path usual() {
        var home = Path.of(System.getProperty("user.home"));
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return home.resolve("Library/Application Support/JML Console");
        }
        if (system.contains("windows")) {
            var appData = System.getenv("LOCALAPPDATA");
            return (appData == null ? home : Path.of(appData)).resolve("JML Console");
        }
        var xdg = System.getenv("XDG_DATA_HOME");
        return (xdg == null || xdg.isBlank() ? home.resolve(".local/share") : Path.of(xdg)).resolve("jml-console");
    }
}
