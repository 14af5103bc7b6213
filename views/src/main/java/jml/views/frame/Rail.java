package jml.views.frame;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import jml.core.text.Words;
import jml.views.kit.Action;
import jml.views.kit.Buttons;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;
import jml.views.kit.screen.ScreenId;

/// The rail on the left: one entry a screen that works, the shown one marked, with the number of breaching models.
final class Rail extends VBox {
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    private final Map<ScreenId, Button> entries = new EnumMap<>(ScreenId.class);
    private final Label badge = new Label();

    Rail(Consumer<ScreenId> go, Runnable toggleTheme) {
        getStyleClass().add("rail");
        var logo = new Label("JML");
        logo.getStyleClass().add("rail-logo");
        getChildren().add(logo);
        badge.getStyleClass().add("rail-badge");
        StackPane.setAlignment(badge, Pos.TOP_RIGHT);
        for (var screen : ScreenId.values()) {
            var entry = entry(screen, go);
            entries.put(screen, entry);
            if (screen == ScreenId.ON_CALL) {
                var stack = new StackPane(entry, badge);
                badge.setMouseTransparent(true);
                getChildren().add(stack);
            } else {
                getChildren().add(entry);
            }
        }
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        var theme = Buttons.icon(Icon.THEME, new Action("Light or dark", toggleTheme));
        var foot = new StackPane(theme);
        getChildren().addAll(space, foot);
        breaching(0);
    }

    void shown(ScreenId screen) {
        entries.forEach((each, entry) -> entry.pseudoClassStateChanged(ON, each == screen));
    }

    void breaching(int models) {
        badge.setText(models > 999 ? "999+" : Words.count(models));
        badge.setVisible(models > 0);
        var entry = entries.get(ScreenId.ON_CALL);
        if (entry != null) {
            entry.setAccessibleText(
                    models > 0 ? "On-call, " + Words.count(models) + " breaching" : ScreenId.ON_CALL.title());
        }
    }

    private static Button entry(ScreenId screen, Consumer<ScreenId> go) {
        var entry = new Button(screen.title(), IconView.of(icon(screen)));
        entry.getStyleClass().setAll("rail-entry");
        entry.setContentDisplay(ContentDisplay.TOP);
        entry.setMaxWidth(Double.MAX_VALUE);
        entry.setTooltip(new Tooltip(screen.title() + "  Ctrl+" + screen.digit()));
        entry.setOnAction(_ -> go.accept(screen));
        return entry;
    }

    static Icon icon(ScreenId screen) {
        return switch (screen) {
            case ON_CALL -> Icon.ON_CALL;
            case RELEASES -> Icon.RELEASES;
            case CONNECTIONS -> Icon.CONNECTIONS;
        };
    }
}
