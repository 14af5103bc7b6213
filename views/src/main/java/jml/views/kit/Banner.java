package jml.views.kit;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;

/// One line under the top bar: an icon, one sentence whose start weighs, one link or button. At most two are stacked.
public final class Banner extends HBox {
    public enum Kind {
        SIMULATED(Icon.GAME_DAY),
        PAST(Icon.HISTORY),
        STALE(Icon.STALE),
        LOCKED(Icon.LOCK),
        BREACHING(Icon.BREACHING);

        private final Icon icon;

        Kind(Icon icon) {
            this.icon = icon;
        }
    }

    private final Kind kind;

    /// `lead` is the start of the sentence that must not be cut; `rest` is cut with an ellipsis when there is no room.
    public Banner(Kind kind, String lead, String rest) {
        this.kind = kind;
        getStyleClass().addAll("banner", "banner-" + kind.name().toLowerCase(Locale.ROOT));
        setAlignment(Pos.CENTER_LEFT);
        var start = new Label(lead);
        start.getStyleClass().addAll("semibold", "banner-text");
        start.setMinWidth(Region.USE_PREF_SIZE);
        var more = new Label(rest);
        more.getStyleClass().add("banner-text");
        more.setMaxWidth(Double.MAX_VALUE);
        more.setMinWidth(0);
        var text = new HBox(start, more);
        text.setAlignment(Pos.CENTER_LEFT);
        text.getStyleClass().add("banner-line");
        text.setMinWidth(0);
        HBox.setHgrow(more, Priority.ALWAYS);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(IconView.of(kind.icon), text);
    }

    /// Adds the one link.
    public Banner link(Action action) {
        return end(Links.of(action));
    }

    /// Adds the one button, with its key.
    public Banner button(Action action, String key) {
        return end(Buttons.plain(action, key));
    }

    public Banner button(Action action) {
        return end(Buttons.plain(action));
    }

    /// 28 px and smaller text, inside a screen.
    public Banner slim() {
        getStyleClass().add("banner-slim");
        getChildren().set(0, IconView.small(kind.icon));
        return this;
    }

    private Banner end(Region node) {
        node.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().add(node);
        return this;
    }
}
