package jml.views.oncall.panel;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import jml.core.act.Offer;
import jml.views.act.OfferBar;
import jml.views.act.Propose;
import jml.views.kit.Action;
import jml.views.kit.Buttons;
import jml.views.kit.Links;
import jml.views.kit.Type;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;
import jml.views.oncall.runbook.Runbook;

/// One firing alert: how urgent, what, since when, what holds it back, and the ways on: its runbook, its silence.
final class AlertRow extends HBox {
    /// What its buttons lead to.
    ///
    /// @param silences what may be done about the silence of the alert with a fingerprint, asked at the press
    record Ways(Consumer<Runbook> openRunbook, Function<String, List<Offer>> silences, Propose propose) {}

    private final Ways ways;

    AlertRow(PanelContent.AlertLine alert, Ways ways) {
        this.ways = ways;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("panel-line");
        var severity = new Label(alert.page() ? "Page" : "Ticket");
        severity.getStyleClass().addAll("panel-severity", alert.page() ? "ink-breaching" : "ink-attention");
        var name = Type.body(alert.name());
        name.getStyleClass().add("medium");
        name.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(severity, name, summary(alert), whole(alert.age()));
        if (!alert.held().isEmpty()) {
            var held = whole(alert.held());
            held.setGraphic(IconView.small(Icon.SILENCE));
            getChildren().add(held);
            getStyleClass().add("panel-held");
        }
        var runbook = alert.runbook();
        if (runbook != null) {
            var link =
                    Links.small(new Action("Runbook", () -> ways.openRunbook().accept(runbook)));
            link.setMinWidth(Region.USE_PREF_SIZE);
            getChildren().add(link);
        }
        if (alert.live()) {
            var button = Buttons.icon(
                    Icon.SILENCE, new Action(alert.held().isEmpty() ? "Silence it" : "Change its silence", () -> {}));
            button.setOnAction(_ -> offer(button, alert.fingerprint()));
            getChildren().add(button);
        }
    }

    private static Label summary(PanelContent.AlertLine alert) {
        var summary = Type.small(alert.summary());
        summary.getStyleClass().add("ink-2");
        summary.setMinWidth(0);
        summary.setMaxWidth(Double.MAX_VALUE);
        if (!alert.summary().isEmpty()) {
            summary.setTooltip(new Tooltip(alert.summary()));
        }
        HBox.setHgrow(summary, Priority.ALWAYS);
        return summary;
    }

    private static Label whole(String words) {
        var label = Type.small(words);
        label.getStyleClass().add("ink-3");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    // One that may be done opens its question at once; several, and one that may not with its reason, stand in a menu.
    private void offer(Button button, String fingerprint) {
        var offers = ways.silences().apply(fingerprint);
        if (offers.size() == 1 && offers.getFirst().allowed()) {
            OfferBar.open(offers.getFirst(), "", ways.propose());
            return;
        }
        var menu = new ContextMenu();
        for (var offer : offers) {
            var item = new MenuItem(words(offer));
            item.setDisable(!offer.allowed());
            item.setOnAction(_ -> OfferBar.open(offer, "", ways.propose()));
            menu.getItems().add(item);
        }
        menu.show(button, Side.BOTTOM, 0, 4);
    }

    private static String words(Offer offer) {
        return offer.allowed() ? offer.label() : offer.label() + ": " + offer.reason();
    }
}
