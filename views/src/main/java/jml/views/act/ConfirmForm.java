package jml.views.act;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import jml.views.kit.Action;
import jml.views.kit.Buttons;
import jml.views.kit.Type;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;

/// The reason, the typed name where one is asked for, and the one button. Made once, so that typing outlives a refresh.
final class ConfirmForm extends VBox {
    private final TextField reason = new TextField();
    private final TextField typed = new TextField();
    private final Label typedLabel = Type.caption("");
    private final VBox typedBox = new VBox(typedLabel, typed);
    private final Button press;
    private final HBox obstacle = new HBox();
    private final Label why = Type.small("");

    ConfirmForm(ActViewModel model) {
        getStyleClass().add("act-foot");
        reason.textProperty().bindBidirectional(model.reasonProperty());
        typed.textProperty().bindBidirectional(model.typedProperty());
        reason.setPromptText("Why: kept in the journal");
        reason.setAccessibleText("Reason");
        press = Buttons.primary(new Action("Confirm", model::confirm));
        press.getStyleClass().add("big");
        press.disableProperty().bind(model.liveProperty().not());
        var cancel = Buttons.plain(new Action("Cancel", model::close));
        cancel.getStyleClass().add("big");
        var reasonBox = new VBox(Type.caption("Reason"), reason);
        HBox.setHgrow(reasonBox, Priority.ALWAYS);
        HBox.setHgrow(typedBox, Priority.ALWAYS);
        reason.setOnAction(_ -> model.confirm());
        typed.setOnAction(_ -> model.confirm());
        var line = new HBox(reasonBox, typedBox, cancel, press);
        line.getStyleClass().addAll("row", "act-form");
        why.setWrapText(true);
        obstacle.getStyleClass().addAll("row", "ink-breaching");
        obstacle.getChildren().addAll(IconView.small(Icon.LOCK), why);
        getChildren().addAll(line, obstacle);
    }

    void show(ActContent.Asked asked) {
        show(typedBox, !asked.typed().isEmpty());
        typedLabel.setText("Type " + asked.typed() + " to go on");
        typed.setAccessibleText("Type " + asked.typed() + " to go on");
        press.setText(asked.button());
        press.setGraphic(IconView.of(asked.head().icon()));
        why.setText(asked.obstacle());
        show(obstacle, !asked.obstacle().isEmpty());
    }

    private static void show(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }
}
