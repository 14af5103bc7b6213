package jml.app.window;

import javafx.animation.AnimationTimer;
import javafx.stage.Window;
import jml.views.kit.theme.Theme;

/// Walks through what a start and the first minute touch, pulse by pulse, so that the start-up cache knows those
/// classes. FX thread.
final class Tour extends AnimationTimer {
    private static final int PULSES = 180;

    private final Runnable done;
    private int pulses;

    Tour(Runnable done) {
        this.done = done;
    }

    void begin() {
        start();
    }

    @Override
    public void handle(long now) {
        pulses++;
        // The other theme loads the other half of the style sheets and back.
        if (pulses == PULSES / 3 || pulses == PULSES * 2 / 3) {
            var theme = pulses == PULSES / 3 ? Theme.LIGHT : Theme.DARK;
            Window.getWindows().forEach(window -> theme.apply(window.getScene()));
        }
        if (pulses >= PULSES) {
            stop();
            done.run();
        }
    }
}
