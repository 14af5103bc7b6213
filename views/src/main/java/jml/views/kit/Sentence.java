package jml.views.kit;

import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/// Wrapping text of several styles: what weighs, what is code, and the rest.
public final class Sentence extends TextFlow {
    private Sentence() {
        getStyleClass().add("sentence");
    }

    /// Starts with plain text.
    public static Sentence of(String text) {
        return new Sentence().plain(text);
    }

    /// Starts with what weighs, then plain text.
    public static Sentence strong(String lead, String rest) {
        return new Sentence().strong(lead).plain(rest);
    }

    public Sentence plain(String text) {
        return add(text, "sentence-plain");
    }

    public Sentence strong(String text) {
        return add(text, "sentence-strong");
    }

    /// An id, a query, a permission: monospaced.
    public Sentence code(String text) {
        return add(text, "sentence-code");
    }

    private Sentence add(String text, String styleClass) {
        if (!text.isEmpty()) {
            var part = new Text(text);
            part.getStyleClass().add(styleClass);
            getChildren().add(part);
        }
        return this;
    }
}
