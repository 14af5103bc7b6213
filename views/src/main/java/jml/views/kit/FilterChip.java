package jml.views.kit;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import jml.core.text.Words;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;
import jml.views.kit.icon.StateLook;

/// A counter above a table that is also its filter: icon, bold count, word; selected while it filters.
public final class FilterChip extends ToggleButton {
    private final Label count = new Label();

    /// A counter of `state`; `word` may be shorter than the state's own where there is little room.
    public FilterChip(StateLook state, String word, long n) {
        this(state.icon(), "ink-" + state.styleClass(), word, n);
    }

    /// A counter of something else, with its icon in the colour of the style class `ink`.
    public FilterChip(Icon look, String ink, String word, long n) {
        super(word);
        getStyleClass().setAll("chip");
        setMinWidth(USE_PREF_SIZE);
        var icon = IconView.small(look);
        var mark = new HBox(icon);
        mark.setAlignment(Pos.CENTER);
        mark.getStyleClass().add(ink);
        count.getStyleClass().add("chip-count");
        var graphic = new HBox(mark, count);
        graphic.setAlignment(Pos.CENTER_LEFT);
        graphic.getStyleClass().add("chip-line");
        setGraphic(graphic);
        count(n);
    }

    /// Shows `n` from now on.
    public void count(long n) {
        count.setText(Words.count(n));
        setAccessibleText(Words.count(n) + " " + getText());
    }
}
