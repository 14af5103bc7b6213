package jml.views.act;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import jml.views.kit.Type;

/// The line below the sheet: a quiet note on the left, the buttons on the right.
final class SheetFoot {
    private SheetFoot() {}

    static HBox of(String note, Node... buttons) {
        var quiet = Type.small(note);
        quiet.getStyleClass().add("ink-3");
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var foot = new HBox(quiet, space);
        foot.getStyleClass().addAll("row", "act-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getChildren().addAll(buttons);
        return foot;
    }
}
