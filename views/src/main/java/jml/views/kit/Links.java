package jml.views.kit;

import javafx.scene.control.Hyperlink;

/// Links in the accent colour, never underlined, never shown as visited.
public final class Links {
    private Links() {}

    public static Hyperlink of(Action action) {
        var link = new Hyperlink(action.words());
        link.setOnAction(_ -> {
            // A console's link is an action; it does not wear out.
            link.setVisited(false);
            action.run().run();
        });
        return link;
    }

    /// A link in the size of meta text.
    public static Hyperlink small(Action action) {
        var link = of(action);
        link.getStyleClass().add("t-small");
        return link;
    }
}
