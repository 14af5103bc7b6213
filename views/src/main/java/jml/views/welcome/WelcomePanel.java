package jml.views.welcome;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import jml.core.text.Words;
import jml.views.kit.Action;
import jml.views.kit.Buttons;
import jml.views.kit.Keycap;
import jml.views.kit.Links;
import jml.views.kit.Type;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;

/// What a first start says in place of the panel: the simulated fleet is alive beside it, and these are the ways on.
/// No dialog, nothing to close.
public final class WelcomePanel extends VBox {
    private final Label headline = Type.say("");

    public WelcomePanel(Runnable lookAround, Runnable connect) {
        getStyleClass().addAll("panel", "welcome");
        var quiet = Type.body("Every screen works. Nothing leaves this computer.");
        quiet.getStyleClass().add("ink-2");
        var rows = new VBox(
                row(
                        Icon.PLAY,
                        "Look around",
                        "Start with the model that is worst off.",
                        big(Buttons.primary(new Action("Show it", lookAround)))),
                row(
                        Icon.CONNECTIONS,
                        "Connect your servers",
                        "An address or a kubeconfig is enough.",
                        big(Buttons.plain(new Action("Connect", connect)))));
        rows.getStyleClass().add("welcome-rows");
        var space = new Region();
        VBox.setVgrow(space, Priority.ALWAYS);
        var link = Links.of(new Action("Only look around", lookAround));
        var grow = new Region();
        HBox.setHgrow(grow, Priority.ALWAYS);
        var foot = new HBox(grow, link, new Keycap("Esc"));
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("row");
        getChildren().addAll(headline, quiet, rows, space, foot);
        models(0);
    }

    /// How many models the simulated fleet has.
    public void models(int count) {
        headline.setText(Words.count(count, "simulated model")
                + (count == 1 ? " runs here." : " run here.")
                + " Find out what is wrong with them.");
    }

    private static Button big(Button button) {
        button.getStyleClass().add("big");
        return button;
    }

    private static HBox row(Icon icon, String title, String why, Node way) {
        var name = Type.body(title);
        name.getStyleClass().add("semibold");
        var reason = Type.small(why);
        reason.getStyleClass().add("ink-3");
        var words = new VBox(name, reason);
        HBox.setHgrow(words, Priority.ALWAYS);
        var mark = new HBox(IconView.large(icon));
        mark.setAlignment(Pos.CENTER_LEFT);
        mark.getStyleClass().addAll("welcome-icon", "ink-3");
        var row = new HBox(mark, words, way);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("welcome-row");
        return row;
    }
}
