package jml.views.kit;

import javafx.scene.control.Label;

/// Text in the sizes of the design. Add the style class `ink-2` or `ink-3` for quieter text, `medium` or `semibold` for
/// weight.
public final class Type {
    private Type() {}

    /// The one sentence of a panel, 18 px semibold, wrapped.
    public static Label say(String text) {
        var label = label(text, "t-say");
        label.setWrapText(true);
        return label;
    }

    /// A panel's or dialog's title, 15 px semibold.
    public static Label title(String text) {
        return label(text, "t-title");
    }

    /// A section's head, 12 px semibold.
    public static Label section(String text) {
        return label(text, "t-section");
    }

    /// Running text, 13 px.
    public static Label body(String text) {
        return label(text, "t-body");
    }

    /// Meta text, 12 px.
    public static Label small(String text) {
        return label(text, "t-small");
    }

    /// Captions and column heads, 11 px medium, grey.
    public static Label caption(String text) {
        return label(text, "t-label");
    }

    /// Digests, ids and queries, 12 px monospaced.
    public static Label mono(String text) {
        return label(text, "mono");
    }

    private static Label label(String text, String styleClass) {
        var label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
