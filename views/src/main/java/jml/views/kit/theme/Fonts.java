package jml.views.kit.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import javafx.scene.text.Font;

/// The fonts that ship with the console, loaded once for the process.
///
/// Inter has its tabular figures frozen in, so digits of one size are equally wide. Each weight is a family of its own
/// (static files), so a weight is chosen by family, never by `-fx-font-weight`. Safe from any thread.
public final class Fonts {
    public static final String REGULAR = "Inter Tabular";
    public static final String MEDIUM = "Inter Tabular Medium";
    public static final String SEMIBOLD = "Inter Tabular Semi Bold";
    public static final String MONO = "JetBrains Mono";

    private static final String[] FILES = {
        "InterTabular-Regular.otf", "InterTabular-Medium.otf", "InterTabular-SemiBold.otf", "JetBrainsMono-Regular.ttf"
    };

    static {
        for (var file : FILES) {
            load(file);
        }
    }

    private Fonts() {}

    /// Makes the families known to JavaFX; the first call reads the files, later ones cost nothing.
    public static void load() {
        // The work is in the static initialiser, which the JVM runs once.
    }

    /// The font of `family` (one of the constants here) at `size` pixels.
    public static Font of(String family, double size) {
        return Font.font(family, size);
    }

    private static void load(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream("/jml/fonts/" + file)) {
            if (in == null || Font.loadFont(in, 13) == null) {
                throw new IllegalStateException("font is missing or unreadable: " + file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("font " + file, e);
        }
    }
}
