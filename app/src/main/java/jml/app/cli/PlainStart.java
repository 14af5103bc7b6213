package jml.app.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import jml.app.profile.ProfileException;
import jml.app.profile.ProfileFile;
import jml.app.window.ConsoleWindow;
import org.jspecify.annotations.Nullable;

/// The start a launcher makes: the window, with at most `--profile` and `--data`. It is told apart before the command
/// line's library is loaded, which costs as much as opening the record; it does what [ConsoleCommand] does for the same
/// arguments.
///
/// @param profile to read; null for the usual one
/// @param data folder of the record
public record PlainStart(@Nullable Path profile, Path data) {
    private static final String PROFILE = "--profile";
    private static final String DATA = "--data";

    /// Empty for every other form, and for what might be one: [ConsoleCommand] knows.
    public static Optional<PlainStart> of(String[] arguments) {
        Path profile = null;
        Path data = null;
        for (int i = 0; i < arguments.length; i++) {
            var parts = arguments[i].split("=", 2);
            var value = parts.length == 2 ? parts[1] : i + 1 < arguments.length ? arguments[++i] : "";
            var path = path(value);
            if (path.isEmpty()) {
                return Optional.empty();
            }
            if (parts[0].equals(PROFILE) && profile == null) {
                profile = path.get();
            } else if (parts[0].equals(DATA) && data == null) {
                data = path.get();
            } else {
                return Optional.empty();
            }
        }
        var folder = data == null ? DataFolder.usual() : data;
        return DataFolder.obstacle(folder).isPresent()
                ? Optional.empty()
                : Optional.of(new PlainStart(profile, folder));
    }

    /// Opens the window and returns the exit code when it is closed; what went wrong goes to `err` in one line.
    public int run(PrintStream err) {
        try {
            return ConsoleWindow.open(() -> ProfileFile.chosen(profile, data), data, null);
        } catch (ProfileException | RuntimeException failure) {
            return Failure.tell(failure, "console", new PrintWriter(err, true, StandardCharsets.UTF_8));
        }
    }

    // A bare word may be a command, and `-` and `@` mean something to the command line.
    private static Optional<Path> path(String value) {
        boolean plain = (value.indexOf('/') >= 0 || value.indexOf('.') >= 0 || value.indexOf('\\') >= 0)
                && !value.startsWith("-")
                && !value.startsWith("@");
        try {
            return plain ? Optional.of(Path.of(value)) : Optional.empty();
        } catch (InvalidPathException wrong) {
            return Optional.empty();
        }
    }
}
