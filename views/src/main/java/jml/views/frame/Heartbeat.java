package jml.views.frame;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import javafx.util.Subscription;

/// Once a second while shown, so that "6 s ago" counts on although nothing new arrives.
final class Heartbeat {
    private final Timeline beat;

    Heartbeat(Runnable tick) {
        beat = new Timeline(new KeyFrame(Duration.seconds(1), _ -> tick.run()));
        beat.setCycleCount(Animation.INDEFINITE);
    }

    Subscription show() {
        beat.play();
        return beat::stop;
    }
}
