package jml.views.act;

import java.util.Locale;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import jml.views.kit.Action;
import jml.views.kit.Buttons;
import jml.views.kit.Links;
import jml.views.kit.Type;

/// How an act ended, in one sentence, and what one may do now.
final class EndCard extends VBox {
    EndCard(ActContent.Ended ended, ActViewModel model) {
        var head = new SheetHead(ended.head());
        head.getStyleClass().add("act-end-" + ended.tone().name().toLowerCase(Locale.ROOT));
        var body = new VBox();
        body.getStyleClass().add("act-body");
        if (!ended.text().isEmpty()) {
            var text = Type.body(ended.text());
            text.setWrapText(true);
            body.getChildren().add(text);
        }
        body.getChildren().addAll(EffectList.lines(ended.facts()));
        if (!ended.ways().isEmpty()) {
            var ways = new HBox();
            ways.getStyleClass().add("act-ways");
            ended.ways().forEach(way -> ways.getChildren().add(Links.of(new Action(way.words(), () -> model.go(way)))));
            body.getChildren().add(ways);
        }
        getChildren().addAll(head, body, SheetFoot.of("", Buttons.plain(new Action("Close", model::close), "Esc")));
    }
}
