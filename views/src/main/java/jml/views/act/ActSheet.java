package jml.views.act;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import javafx.util.Subscription;
import jml.views.kit.Action;
import jml.views.kit.Buttons;
import jml.views.kit.Notice;
import jml.views.kit.Sentence;
import org.jspecify.annotations.Nullable;

/// The sheet over the screen on which an act is confirmed, counted down and followed to its end. It never closes on a
/// click beside it: what is under way stays in sight until the person closes it. FX thread.
final class ActSheet extends StackPane {
    private static final double ASKING_WIDTH = 592;
    private static final double DOING_WIDTH = 440;

    private final ActViewModel model;
    private final VBox card = new VBox();
    private final ConfirmForm form;
    private final Timeline ticking;
    private @Nullable Node focusBefore;
    private @Nullable Countdown counted;

    ActSheet(ActViewModel model) {
        this.model = model;
        form = new ConfirmForm(model);
        ticking = new Timeline(new KeyFrame(Duration.millis(200), _ -> model.tick()));
        ticking.setCycleCount(Animation.INDEFINITE);
        getStyleClass().add("act-place");
        card.getStyleClass().add("act-sheet");
        card.setMaxHeight(USE_PREF_SIZE);
        getChildren().add(card);
        setAlignment(Pos.CENTER);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.cancel();
                event.consume();
            }
        });
        setVisible(false);
        setManaged(false);
    }

    /// Follows the act until unsubscribed.
    Subscription show() {
        return Subscription.combine(
                model.contentProperty().subscribe(this::showContent),
                model.asideProperty()
                        .subscribe(_ -> showContent(model.contentProperty().get())),
                model.show(),
                ticking::stop);
    }

    private void showContent(@Nullable ActContent content) {
        tick(content);
        // What could not be asked needs an answer, wherever it was told before.
        boolean open = content != null && (!model.asideProperty().get() || content instanceof ActContent.Failed);
        if (open != isVisible()) {
            setVisible(open);
            setManaged(open);
            focus(open);
        }
        if (content == null || !open) {
            counted = null;
            return;
        }
        if (!(content instanceof ActContent.Counting)) {
            counted = null;
        }
        card.getStyleClass()
                .setAll("act-sheet", SheetHead.styleClass(content.head().environment()));
        width(content instanceof ActContent.Asked ? ASKING_WIDTH : DOING_WIDTH);
        switch (content) {
            case ActContent.Asking asking ->
                body(
                        new SheetHead(asking.head()),
                        Notice.loading("Asking what may stand in the way. Nothing is sent."));
            case ActContent.Failed failed ->
                body(
                        new SheetHead(failed.head()),
                        Notice.error(
                                "The checks could not be asked",
                                Sentence.of(failed.why()),
                                new Action("Try again", model::lookAgain),
                                new Action("Close", model::close)));
            case ActContent.Asked asked -> {
                form.show(asked);
                body(new SheetHead(asked.head()), new CheckList(asked, model::lookAgain), form);
            }
            case ActContent.Counting counting -> count(counting);
            case ActContent.Watched watched ->
                body(new SheetHead(watched.head(), watched.elapsed()), new EffectList(watched), closing());
            case ActContent.Ended ended -> body(new EndCard(ended, model));
        }
    }

    private void tick(@Nullable ActContent content) {
        if (content instanceof ActContent.Counting || content instanceof ActContent.Watched) {
            ticking.play();
        } else {
            ticking.stop();
        }
    }

    // The button that cancels must outlive a tick: pressed on one node and released on another, it would do nothing.
    private void count(ActContent.Counting counting) {
        var before = counted;
        if (before != null && before.counts(counting)) {
            before.left(counting);
            card.getChildren().set(0, new SheetHead(counting.head()));
        } else {
            var now = new Countdown(counting, model);
            counted = now;
            body(new SheetHead(counting.head()), now);
        }
    }

    private void width(double pixels) {
        card.setMinWidth(pixels);
        card.setMaxWidth(pixels);
    }

    private void body(Node... parts) {
        card.getChildren().setAll(parts);
    }

    private Region closing() {
        return SheetFoot.of("", Buttons.ghost(new Action("Close, keep watching", model::close)));
    }

    private void focus(boolean open) {
        if (getScene() == null) {
            return;
        }
        if (open) {
            focusBefore = getScene().getFocusOwner();
            requestFocus();
        } else if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }
}
