package jml.views.kit;

import javafx.scene.control.Label;
import jml.views.kit.icon.IconView;
import jml.views.kit.icon.StateLook;
import org.jspecify.annotations.Nullable;

/// A state as icon, word and colour. Filled stands in titles only; a healthy one colours its icon only.
public final class StateBadge extends Label {
    private final IconView icon = new IconView(IconView.Size.SMALL);
    private @Nullable StateLook shown;

    private StateBadge(String variant) {
        getStyleClass().addAll("state", variant);
        setGraphic(icon);
    }

    /// For rows and running text: no background.
    public static StateBadge plain(StateLook state) {
        return new StateBadge("state-plain").show(state, state.word());
    }

    /// For titles: on its tint, breaching on solid red.
    public static StateBadge filled(StateLook state) {
        return new StateBadge("state-filled").show(state, state.word());
    }

    /// Changes state and word in place, for example "Stale 7 min"; cheap enough for a table cell.
    public StateBadge show(StateLook state, String word) {
        if (state != shown) {
            if (shown != null) {
                getStyleClass().remove(shown.styleClass());
            }
            getStyleClass().add(state.styleClass());
            icon.show(state.icon());
            shown = state;
        }
        setText(word);
        return this;
    }
}
