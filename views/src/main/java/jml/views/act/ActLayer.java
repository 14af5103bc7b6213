package jml.views.act;

import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// What an act shows over the screen: its sheet, and in a corner what needs no sheet. Clicks beside both go through.
public final class ActLayer extends StackPane {
    private final ActSheet sheet;
    private final ActToast toast;

    public ActLayer(ActViewModel model) {
        sheet = new ActSheet(model);
        toast = new ActToast(model);
        setPickOnBounds(false);
        getChildren().addAll(toast, sheet);
    }

    /// Follows the act until unsubscribed.
    public Subscription show() {
        return Subscription.combine(sheet.show(), toast.show());
    }
}
