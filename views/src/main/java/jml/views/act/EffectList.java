package jml.views.act;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import jml.views.kit.Type;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;

/// What has happened since, each with its time, and what is still to come.
final class EffectList extends VBox {
    EffectList(ActContent.Watched watched) {
        getStyleClass().add("act-body");
        getChildren().addAll(lines(watched.facts()));
        if (!watched.note().isEmpty()) {
            var note = Type.small(watched.note());
            note.setWrapText(true);
            var line = new HBox(IconView.small(Icon.PAUSED), note);
            line.getStyleClass().addAll("row", "ink-2");
            getChildren().add(line);
        }
    }

    static List<HBox> lines(List<ActContent.FactLine> facts) {
        return facts.stream().map(EffectList::line).toList();
    }

    private static HBox line(ActContent.FactLine fact) {
        var icon = IconView.small(fact.done() ? Icon.CHECK : Icon.STALE);
        icon.getStyleClass().add(fact.done() ? "ink-healthy" : "ink-3");
        var time = Type.small(fact.time());
        time.getStyleClass().addAll("ink-3", "act-time");
        var what = Type.small(fact.what());
        what.getStyleClass().add(fact.done() ? "ink-2" : "medium");
        what.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(what, Priority.ALWAYS);
        var value = Type.small(fact.value());
        value.getStyleClass().add("ink-2");
        value.setMinWidth(USE_PREF_SIZE);
        var line = new HBox(icon, time, what, value);
        line.getStyleClass().addAll("row", "act-fact");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }
}
