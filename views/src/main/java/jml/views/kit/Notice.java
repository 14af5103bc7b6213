package jml.views.kit;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;

/// What stands where content would be: nothing there, not connected, an error, or still loading. Each says why in one
/// or two sentences and offers the one way on.
public final class Notice extends VBox {
    /// How long loading stays silent: what arrives sooner needs no words.
    public static final Duration LOADING_AFTER = Duration.millis(300);

    private Notice(String variant) {
        getStyleClass().addAll("notice", variant);
    }

    /// There is nothing to show, and that is fine.
    public static Notice empty(String title, String why, Action way) {
        return centred(Icon.CHECK, title, Sentence.of(why), Links.of(way));
    }

    /// No source answers this question; `why` says what it needs, `connect` leads there.
    public static Notice notConnected(String title, Sentence why, Action connect) {
        return centred(Icon.CONNECTIONS, title, why, Buttons.plain(connect));
    }

    /// A question failed; the last good answer, if any, is told of in `what`.
    public static Notice error(String title, Sentence what, Action again, Action details) {
        var notice = new Notice("notice-left");
        var head = new HBox(IconView.of(Icon.BREACHING), head(title));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().addAll("row", "ink-breaching");
        var ways = new HBox(Buttons.plain(again), Links.of(details));
        ways.setAlignment(Pos.CENTER_LEFT);
        ways.getStyleClass().add("row");
        notice.getChildren().addAll(head, what, ways);
        return notice;
    }

    /// Something is awaited: invisible for 300 ms after it enters a scene, then it says for what.
    public static Notice loading(String what) {
        var notice = loadingNow(what);
        var silence = new PauseTransition(LOADING_AFTER);
        silence.setOnFinished(_ -> notice.setVisible(true));
        notice.setVisible(false);
        notice.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                silence.playFromStart();
            }
        });
        return notice;
    }

    /// Something has been awaited for a while already: said at once.
    public static Notice loadingNow(String what) {
        var notice = new Notice("notice-left");
        for (var width : new double[] {0.6, 1, 0.86, 0.72}) {
            notice.getChildren().add(skeleton(notice, width));
        }
        notice.getChildren().add(new Label(what));
        return notice;
    }

    private static Region skeleton(Notice notice, double share) {
        var bar = new Region();
        bar.getStyleClass().add("skeleton");
        bar.maxWidthProperty().bind(notice.widthProperty().subtract(40).multiply(share));
        return bar;
    }

    private static Notice centred(Icon icon, String title, Sentence why, Node way) {
        var notice = new Notice("notice-centred");
        notice.setAlignment(Pos.CENTER);
        var mark = new HBox(IconView.large(icon));
        mark.setAlignment(Pos.CENTER);
        mark.getStyleClass().add("ink-3");
        why.setTextAlignment(TextAlignment.CENTER);
        notice.getChildren().addAll(mark, head(title), why, way);
        return notice;
    }

    private static Label head(String title) {
        var label = new Label(title);
        label.getStyleClass().add("notice-title");
        return label;
    }
}
