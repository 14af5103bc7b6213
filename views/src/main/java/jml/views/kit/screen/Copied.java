package jml.views.kit.screen;

import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// The system's clipboard.
public final class Copied {
    private Copied() {}

    /// Puts `text` there. FX thread.
    public static void text(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
