package jml.views.oncall;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import jml.core.fleet.ModelState;
import jml.views.kit.FilterChip;
import jml.views.kit.icon.StateLook;

/// The counters above the table, worst first; each is the filter for its state. A state nobody is in has none, except
/// breaching, whose zero is worth reading.
final class CounterBar extends HBox {
    private final Map<ModelState, FilterChip> chips = new EnumMap<>(ModelState.class);

    CounterBar(Consumer<ModelState> toggle) {
        getStyleClass().add("counter-bar");
        for (var state : ModelState.values()) {
            var look = StateLook.of(state);
            var chip = new FilterChip(look, state == ModelState.TOO_LITTLE_DATA ? "Too little" : look.word(), 0);
            chip.setOnAction(_ -> toggle.accept(state));
            chips.put(state, chip);
        }
        getChildren().addAll(chips.values());
    }

    /// Leaves the words to tool tips where there is no room for them.
    void shorten(boolean narrow) {
        chips.forEach((_, chip) -> {
            chip.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
            chip.setTooltip(narrow ? new Tooltip(chip.getText()) : null);
        });
    }

    void show(Map<ModelState, Integer> counts, Set<ModelState> filtered) {
        chips.forEach((state, chip) -> {
            int n = counts.getOrDefault(state, 0);
            chip.count(n);
            chip.setSelected(filtered.contains(state));
            var shown = n > 0 || state == ModelState.BREACHING || filtered.contains(state);
            chip.setVisible(shown);
            chip.setManaged(shown);
        });
    }
}
