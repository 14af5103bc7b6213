package jml.views.kit;

import java.util.Locale;
import javafx.scene.layout.Region;

/// The state of one source as a mark whose shape differs, not only its colour: dot, ring, square, dashed ring.
public final class SourceDot extends Region {
    public enum Condition {
        FRESH,
        STALE,
        DEAD,
        OFF
    }

    public SourceDot(Condition condition) {
        getStyleClass().addAll("source-dot", "source-" + condition.name().toLowerCase(Locale.ROOT));
    }
}
