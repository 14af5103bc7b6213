package jml.app.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

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

    /// The file that stands where the folder, or one above it, would have to be; empty when it can be there.
    static Optional<Path> obstacle(Path folder) {
        for (var at = folder.toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at)) {
                return Files.isDirectory(at) ? Optional.empty() : Optional.of(at);
            }
        }
        return Optional.empty();
    }
}
