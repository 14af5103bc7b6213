package jml.views.kit;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import jml.views.kit.theme.Theme;

/// JavaFX for tests: starts the headless toolkit once, runs code on its thread, and writes pictures of nodes.
public final class Fx {
    private static boolean started;

    private Fx() {}

    /// Runs `work` on the FX thread and returns its result; what it throws is thrown here.
    public static <T> T call(Callable<T> work) {
        start();
        var task = new FutureTask<>(work);
        // Waiting for the thread one is on would wait for ever.
        if (Platform.isFxApplicationThread()) {
            task.run();
        } else {
            Platform.runLater(task);
        }
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Error error ? error : new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /// Runs `work` on the FX thread to its end.
    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /// A scene of `root` in `theme`, styled and laid out, not shown. FX thread.
    public static Scene scene(Parent root, Theme theme, double width, double height) {
        var scene = new Scene(root, width, height);
        theme.apply(scene);
        root.applyCss();
        root.layout();
        return scene;
    }

    /// Writes the picture of `scene` to `target/screens/NAME.png`, for people to look at. FX thread.
    public static Path picture(Scene scene, String name) {
        WritableImage image = scene.snapshot(null);
        var width = (int) image.getWidth();
        var height = (int) image.getHeight();
        var pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var buffered = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        buffered.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            var file = Path.of("target", "screens", name + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(buffered, "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Shows `root` in a stage of the headless platform, so that pulses run over it. FX thread.
    public static Stage show(Parent root, Theme theme, double width, double height) {
        var stage = new Stage();
        stage.setScene(scene(root, theme, width, height));
        stage.show();
        return stage;
    }

    private static synchronized void start() {
        if (!started) {
            started = true;
            Platform.startup(() -> Platform.setImplicitExit(false));
        }
    }
}
