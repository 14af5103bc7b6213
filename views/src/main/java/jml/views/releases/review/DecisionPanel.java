package jml.views.releases.review;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import jml.views.kit.Action;
import jml.views.kit.Buttons;
import jml.views.kit.Type;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;
import jml.views.releases.SideLines;

/// The right side of a review, in the order of signing: what it binds to, who decides, what is signed, why, and then.
final class DecisionPanel extends VBox {
    private final ReviewForm form;
    private final VBox reading = new VBox();
    private final VBox then = new VBox();
    private final VBox written;
    private final HBox done = new HBox();
    private final VBox doneFoot;

    /// @param back leads away from a review that is decided
    DecisionPanel(ReviewForm form, Runnable back) {
        this.form = form;
        getStyleClass().addAll("panel", "review-panel");
        written = new VBox(reading, form.writing(), then);
        written.getStyleClass().add("review-side");
        var scroll = new ScrollPane(written);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        var way = Buttons.plain(new Action("Back to the board", back));
        way.getStyleClass().add("big");
        doneFoot = new VBox(done, way);
        doneFoot.getStyleClass().addAll("panel-foot", "review-foot", "review-done");
        getChildren().addAll(scroll, form.foot());
    }

    void show(ReviewContent content, String decided) {
        form.show(content);
        var nodes = new ArrayList<Node>();
        var resets = Type.small("any change of these resets it");
        resets.getStyleClass().add("ink-3");
        nodes.add(SideLines.section("This decision binds to", "", resets));
        content.bindsTo().forEach(it -> nodes.add(SideLines.pair(it.name(), it.value())));
        nodes.add(SideLines.section("Who decides", "four eyes, " + content.progress()));
        content.deciders().forEach(it -> nodes.add(decider(it)));
        nodes.add(SideLines.section("You will sign", "Ed25519, this machine's key"));
        nodes.add(signed(content.signed()));
        reading.getChildren().setAll(nodes);
        var words = Type.small(content.then());
        words.setWrapText(true);
        words.getStyleClass().add("ink-2");
        then.getChildren().setAll(SideLines.section("Then", ""), words);
        ended(decided);
    }

    private void ended(String decided) {
        boolean over = !decided.isEmpty();
        form.writing().setVisible(!over);
        form.writing().setManaged(!over);
        if (over) {
            var sentence = Type.body(decided);
            sentence.setWrapText(true);
            var icon = IconView.of(Icon.HEALTHY);
            icon.getStyleClass().add("ink-healthy");
            done.getStyleClass().setAll("row");
            done.getChildren().setAll(icon, sentence);
        }
        getChildren().set(1, over ? doneFoot : form.foot());
    }

    private static HBox decider(ReviewContent.Decider decider) {
        var icon = IconView.small(
                switch (decider.mark()) {
                    case APPROVED -> Icon.CHECK;
                    case REJECTED -> Icon.BREACHING;
                    case YOU, MAY -> Icon.RIGHT;
                    case BYPASS, LOCKED -> Icon.LOCK;
                });
        icon.getStyleClass()
                .add(
                        switch (decider.mark()) {
                            case APPROVED -> "ink-healthy";
                            case REJECTED -> "ink-breaching";
                            case YOU -> "ink-1";
                            case MAY, BYPASS, LOCKED -> "ink-3";
                        });
        var name = Type.small(decider.name());
        name.getStyleClass().addAll("semibold", "review-name");
        var words = Type.small(decider.words());
        words.setWrapText(true);
        words.getStyleClass().add(decider.mark() == ReviewContent.Mark.YOU ? "medium" : "ink-2");
        HBox.setHgrow(words, Priority.ALWAYS);
        var line = new HBox(icon, name, words);
        line.getStyleClass().addAll("row", "release-fact");
        return line;
    }

    private static Node signed(List<ReviewContent.Line> lines) {
        var box = new VBox();
        box.getStyleClass().add("review-signed");
        for (var line : lines) {
            var name = Type.mono(line.name());
            name.getStyleClass().add("review-member");
            var value = Type.mono(line.value());
            value.setMinWidth(0);
            value.getStyleClass().add("ink-2");
            var row = new HBox(name, value);
            row.getStyleClass().add("row");
            box.getChildren().add(row);
        }
        return box;
    }
}
