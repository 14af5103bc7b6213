package jml.views.releases;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import jml.core.text.Words;
import jml.views.act.OfferBar;
import jml.views.act.Propose;
import jml.views.kit.Action;
import jml.views.kit.Buttons;
import jml.views.kit.Type;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;

/// A card of the queue: the verdict, what proves it, and the way to decide.
final class QueueCard extends VBox {
    /// @param first the most urgent one has the screen's primary button
    QueueCard(BoardContent.Card card, boolean first, Runnable open, Propose propose) {
        var row = card.row();
        var look = row.verdict();
        getStyleClass().addAll("queue-card", look.ink());
        setMinWidth(0);
        var verdict = Type.small(look.word());
        verdict.getStyleClass().add("semibold");
        var name = Type.body(Words.oneLine(row.key().name(), 60));
        name.getStyleClass().addAll("semibold", "queue-name");
        var arms = Type.small(card.way());
        arms.getStyleClass().add("queue-quiet");
        var head = new HBox(IconView.small(look.icon()), verdict, name, arms);
        head.getStyleClass().add("row");
        var sentence = Type.body(card.sentence());
        sentence.setWrapText(true);
        sentence.getStyleClass().add("queue-name");
        sentence.setAlignment(Pos.TOP_LEFT);
        sentence.setMaxHeight(Double.MAX_VALUE);
        VBox.setVgrow(sentence, Priority.ALWAYS);
        var since = Type.small(card.since());
        since.getStyleClass().add("queue-quiet");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var foot = new HBox(
                since,
                space,
                Buttons.plain(new Action(row.opens() == ReleaseRow.Opens.REVIEW ? "Review" : "Open", open)));
        foot.getStyleClass().add("row");
        foot.setAlignment(Pos.CENTER_LEFT);
        var cure = card.cure();
        if (cure != null) {
            var action = new Action(cure.label(), () -> OfferBar.open(cure, "Judge says " + look.word(), propose));
            var back = first ? Buttons.primary(action) : Buttons.plain(action);
            back.setGraphic(IconView.small(Icon.UNDO));
            foot.getChildren().add(back);
        }
        getChildren().addAll(head, sentence, foot);
    }
}
