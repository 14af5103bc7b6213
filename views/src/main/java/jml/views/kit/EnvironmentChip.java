package jml.views.kit;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;

/// The name of an environment and what kind it is. Only production is filled; what is not real is dashed.
public final class EnvironmentChip extends Button {
    /// The kinds of environment. The style class is shared with the band over the window.
    public enum Kind {
        PRODUCTION("env-production", "PRODUCTION"),
        STAGING("env-staging", "STAGING"),
        DEV("env-dev", "DEV"),
        SIMULATED("env-simulated", "SIMULATED"),
        FROM_FILE("env-file", "FROM A FILE");

        private final String styleClass;
        private final String word;

        Kind(String styleClass, String word) {
            this.styleClass = styleClass;
            this.word = word;
        }

        /// Sets the environment's colour as `-jml-env` for everything below the node that wears it.
        public String styleClass() {
            return styleClass;
        }
    }

    private static final String READ_ONLY = "READ-ONLY";

    private final HBox line = new HBox();

    private EnvironmentChip(String name, Kind kind, String word) {
        getStyleClass().setAll("environment-chip", kind.styleClass);
        var label = new Label(name);
        label.getStyleClass().add("environment-name");
        var what = new Label(word);
        what.getStyleClass().add("environment-word");
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("environment-line");
        line.getChildren().addAll(label, what);
        setGraphic(line);
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAccessibleText(name + ", " + word);
        setFocusTraversable(false);
    }

    public static EnvironmentChip of(String name, Kind kind) {
        return new EnvironmentChip(name, kind, kind.word);
    }

    /// An environment where this person can only look.
    public static EnvironmentChip readOnly(String name, Kind kind) {
        return new EnvironmentChip(name, kind, READ_ONLY);
    }

    /// Makes the chip open a menu: a chevron, focus by keyboard, and `open` when pressed.
    public EnvironmentChip opening(Runnable open) {
        line.getChildren().add(IconView.small(Icon.DOWN));
        setFocusTraversable(true);
        setOnAction(_ -> open.run());
        return this;
    }
}
