package jml.app.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

/// Where the log lies: in the user's own folder for such things, which nobody else may enter. A message in it can name
/// models, servers and people.
public final class LogFolder {
    private static final String OWNER_ONLY = "rwx------";

    private LogFolder() {}

    /// The log, wherever a start with these properties and variables puts it.
    public static Path file() {
        return folder().resolve("console.log");
    }

    static Path folder() {
        var said = System.getProperty("jml.log");
        if (said != null && !said.isBlank()) {
            return Path.of(said).toAbsolutePath();
        }
        var home = Path.of(System.getProperty("user.home"));
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (system.contains("mac")) {
            return home.resolve("Library/Logs/JML Console");
        }
        if (system.contains("windows")) {
            var appData = System.getenv("LOCALAPPDATA");
            return (appData == null ? home : Path.of(appData))
                    .resolve("JML Console")
                    .resolve("log");
        }
        var state = System.getenv("XDG_STATE_HOME");
        return (state == null || state.isBlank() ? home.resolve(".local/state") : Path.of(state))
                .resolve("jml-console");
    }

    /// Makes the folder if need be and shuts it to others.
    static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(OWNER_ONLY));
        }
    }
}
