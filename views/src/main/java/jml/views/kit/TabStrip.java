package jml.views.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// Tabs over a screen: words on a line, the selected one underlined. The arrow keys select; one is always selected.
public final class TabStrip extends HBox {
    private final ToggleGroup group = new ToggleGroup();
    private final List<ToggleButton> tabs = new ArrayList<>();
    private final IntegerProperty selected = new SimpleIntegerProperty(this, "selected", 0);

    public TabStrip(String... words) {
        getStyleClass().add("tab-strip");
        for (var word : words) {
            var tab = new ToggleButton(word);
            tab.getStyleClass().setAll("tab-word");
            tab.setToggleGroup(group);
            tabs.add(tab);
        }
        getChildren().addAll(tabs);
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                selected.set(tabs.indexOf(now));
            }
        });
        selected.subscribe(index -> group.selectToggle(tabs.get(index.intValue())));
    }

    /// The index of the selected tab; set it to select.
    public IntegerProperty selectedProperty() {
        return selected;
    }

    /// Changes the words of a tab, for example its count.
    public void rename(int index, String words) {
        tabs.get(index).setText(words);
    }

    private void pressed(KeyEvent event) {
        var step = event.getCode() == KeyCode.RIGHT ? 1 : event.getCode() == KeyCode.LEFT ? -1 : 0;
        if (step != 0) {
            selected.set(Math.clamp(selected.get() + step, 0, tabs.size() - 1));
            tabs.get(selected.get()).requestFocus();
            event.consume();
        }
    }
}
