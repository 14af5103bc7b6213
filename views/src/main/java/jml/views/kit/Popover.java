package jml.views.kit;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/// A raised box under the thing it explains; Esc or a click elsewhere closes it. It wears the theme of its owner's
/// scene.
public final class Popover {
    private static final double GAP = 6;

    private final Popup popup = new Popup();
    private final VBox box = new VBox();

    public Popover(Node... content) {
        box.getStyleClass().add("popover");
        box.getChildren().addAll(content);
        popup.getContent().add(box);
        popup.setAutoHide(true);
        // Else the click on the anchor that closes it would open it again.
        popup.setConsumeAutoHidingEvents(true);
        popup.setHideOnEscape(true);
    }

    /// Replaces what it shows, open or not.
    public void content(Node... content) {
        box.getChildren().setAll(content);
    }

    /// Whether it is open.
    public boolean showing() {
        return popup.isShowing();
    }

    /// Opens under `anchor`, its left edges aligned; closes when it is open.
    public void toggle(Node anchor) {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        @Nullable Bounds at = anchor.localToScreen(anchor.getBoundsInLocal());
        if (at != null) {
            popup.show(anchor, at.getMinX(), at.getMaxY() + GAP);
        }
    }

    public void hide() {
        popup.hide();
    }
}
