package jml.bench.start;

import atlantafx.base.theme.PrimerDark;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/// The floor: a window of the console's size with the console's theme and one label.
///
/// With `--stay` it stays open; else it ends after its first frame.
public final class BareWindow extends Application {
    static final String STAY = "--stay";

    public static void main(String[] arguments) {
        launch(BareWindow.class, arguments);
    }

    @Override
    public void start(Stage stage) {
        var scene = new Scene(new StackPane(new Label("JML Console")), 1440, 900);
        scene.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
        stage.setTitle("Bare window");
        stage.setScene(scene);
        stage.show();
        if (!getParameters().getRaw().contains(STAY)) {
            FirstFrame.watch(scene, _ -> true);
        }
    }
}
