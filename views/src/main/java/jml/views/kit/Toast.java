package jml.views.kit;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import jml.views.kit.chart.MeterBar;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;
import jml.views.kit.icon.StateLook;

/// A note at the bottom right: what happened in one sentence, and one way on. With a bar it is a time of grace.
public final class Toast extends HBox {
    private final VBox middle = new VBox();
    private final MeterBar bar = new MeterBar("time left");

    private Toast(Node mark, String lead, String rest) {
        getStyleClass().add("toast");
        setAlignment(Pos.CENTER_LEFT);
        middle.setAlignment(Pos.CENTER_LEFT);
        middle.getStyleClass().add("toast-middle");
        middle.getChildren().add(Sentence.strong(lead, rest.isEmpty() ? "" : " " + rest));
        HBox.setHgrow(middle, Priority.ALWAYS);
        getChildren().addAll(mark, middle);
    }

    /// A note about something under way.
    public static Toast of(Icon icon, String lead, String rest) {
        return new Toast(IconView.of(icon), lead, rest);
    }

    /// A note about how something ended.
    public static Toast of(StateLook state, String lead, String rest) {
        var mark = new HBox(IconView.of(state.icon()));
        mark.setAlignment(Pos.CENTER);
        mark.getStyleClass().add("ink-" + state.styleClass());
        return new Toast(mark, lead, rest);
    }

    /// Says something else in the same place.
    public Toast say(String lead, String rest) {
        middle.getChildren().set(0, Sentence.strong(lead, rest.isEmpty() ? "" : " " + rest));
        return this;
    }

    /// The way on, as a link.
    public Toast link(Action action) {
        return end(Links.of(action));
    }

    /// The way on, as a button with its key.
    public Toast button(Action action, String key) {
        return end(Buttons.plain(action, key));
    }

    /// Shows what is left of a time of grace, 1 to 0.
    public Toast left(double fraction) {
        if (!middle.getChildren().contains(bar)) {
            middle.getChildren().add(bar);
        }
        bar.show(fraction, MeterBar.Tone.ACCENT);
        return this;
    }

    private Toast end(Region node) {
        node.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().add(node);
        return this;
    }
}
