package jml.views.frame;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Whether the console shows now, and how old that is.
final class LiveLight extends HBox {
    private final Region dot = new Region();
    private final Label words = new Label();
    private final Label age = new Label();
    private final Tooltip exact = new Tooltip();
    private FrameContent.Live.@Nullable Tone tone;

    LiveLight() {
        getStyleClass().add("live-light");
        setAlignment(Pos.CENTER_LEFT);
        setMinWidth(USE_PREF_SIZE);
        words.getStyleClass().add("semibold");
        age.getStyleClass().add("ink-2");
        Tooltip.install(this, exact);
        getChildren().addAll(dot, words, age);
    }

    void show(FrameContent.Live live) {
        // A style class set again is a changed one, and would be styled again every second.
        if (live.tone() != tone) {
            tone = live.tone();
            dot.getStyleClass().setAll("live-dot", "live-" + tone.name().toLowerCase(Locale.ROOT));
        }
        words.setText(live.words());
        age.setText(live.age());
        exact.setText(live.utc());
    }
}
