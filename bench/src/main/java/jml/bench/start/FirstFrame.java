package jml.bench.start;

import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Scene;

/// Tells the process that waits for it when a scene has drawn what it is about, then ends the application. FX thread.
final class FirstFrame {
    /// The line that is printed.
    static final String DRAWN = "first frame";

    private final Scene scene;
    private final Predicate<Scene> complete;
    private final Runnable laidOut = this::laidOut;
    private boolean drawing;

    private FirstFrame(Scene scene, Predicate<Scene> complete) {
        this.scene = scene;
        this.complete = complete;
    }

    /// @param complete asked after each layout until it holds
    static void watch(Scene scene, Predicate<Scene> complete) {
        scene.addPostLayoutPulseListener(new FirstFrame(scene, complete).laidOut);
    }

    private void laidOut() {
        if (drawing) {
            // Between this layout and the next task the pulse waits for the frame before it to be painted.
            scene.removePostLayoutPulseListener(laidOut);
            Platform.runLater(() -> {
                System.out.println(DRAWN);
                Platform.exit();
            });
        } else if (complete.test(scene)) {
            drawing = true;
            Platform.requestNextPulse();
        }
    }
}
