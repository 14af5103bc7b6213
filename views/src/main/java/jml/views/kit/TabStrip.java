package jml.views.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// Tabs over a screen: words on a line, the selected one underlined. Arrow keys move; one is always selected.
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
}
