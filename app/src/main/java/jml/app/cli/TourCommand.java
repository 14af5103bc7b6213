package jml.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import jml.app.profile.ProfileException;
import jml.app.profile.ProfileFile;
import jml.app.window.ConsoleWindow;
import picocli.CommandLine.Command;

/// `console tour`: what the launcher runs once to train the start-up cache.
@Command(name = "tour", hidden = true, description = "Open, look around and close, to train the start-up cache.")
final class TourCommand implements Callable<Integer> {
    @Override
    public Integer call() throws IOException, ProfileException {
        var data = Files.createTempDirectory("jml-tour");
        try {
            var profile = TourData.write(data);
            return ConsoleWindow.tour(() -> ProfileFile.read(profile), data);
        } finally {
            delete(data);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException kept) {
                    throw new UncheckedIOException(kept);
                }
            });
        }
    }
}
