package jml.views.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The text of a named state of a screen, compared with the one kept beside the tests. What was seen is left in
/// `target/golden`: copy it over the kept one when the change is meant.
final class Golden {
    private static final String FOLDER = "/jml/views/golden/";

    private Golden() {}

    static void check(String name, String seen) {
        try {
            var left = Path.of("target", "golden", name + ".txt");
            Files.createDirectories(left.getParent());
            Files.writeString(left, seen);
            assertThat(seen).as(name).isEqualTo(kept(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String kept(String name) throws IOException {
        try (var in = Golden.class.getResourceAsStream(FOLDER + name + ".txt")) {
            return in == null ? "(nothing is kept)" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
