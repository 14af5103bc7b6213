package jml.views.act;

import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import jml.core.model.Environment;
import jml.views.kit.Type;
import jml.views.kit.icon.IconView;

/// What the act is, and where: the environment is in sight as long as the sheet is.
final class SheetHead extends HBox {
    SheetHead(ActContent.Head head) {
        this(head, "");
    }

    /// @param aside at the right edge, before the environment; may be empty
    SheetHead(ActContent.Head head, String aside) {
        getStyleClass().addAll("row", "act-head");
        setAlignment(Pos.CENTER_LEFT);
        var title = Type.title(head.title());
        title.setWrapText(true);
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(IconView.of(head.icon()), title);
        if (!aside.isEmpty()) {
            var told = Type.small(aside);
            told.getStyleClass().add("ink-2");
            told.setMinWidth(Region.USE_PREF_SIZE);
            getChildren().add(told);
        }
        var stage = head.environment().stage().name().toLowerCase(Locale.ROOT);
        var chip = Type.small(head.environment().name() + " · " + stage);
        chip.getStyleClass().addAll("act-environment", "semibold");
        chip.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().add(chip);
    }

    /// Sets the environment's colour for everything below the node that wears it.
    static String styleClass(Environment environment) {
        return switch (environment.stage()) {
            case PRODUCTION -> "env-production";
            case STAGING -> "env-staging";
            case DEVELOPMENT -> "env-dev";
            case SIMULATED -> "env-simulated";
        };
    }
}
