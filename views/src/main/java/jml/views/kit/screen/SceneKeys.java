package jml.views.kit.screen;

import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.util.Subscription;

/// Keys of a screen that work wherever the focus is in its window. FX thread.
public final class SceneKeys {
    private SceneKeys() {}

    /// Hands over keys that nothing else used, while `node` is in a scene and until unsubscribed; who listens first is
    /// asked first. Letters typed into a field are used by it.
    public static Subscription listen(Node node, EventHandler<KeyEvent> handler) {
        var ofScene = new Subscription[] {() -> {}};
        EventHandler<KeyEvent> unlessTyping = event -> {
            if (event.isConsumed()) {
                return;
            }
            if (!(event.getTarget() instanceof TextInputControl)
                    || event.getCode().isFunctionKey()
                    || special(event)) {
                handler.handle(event);
            }
        };
        var follow = node.sceneProperty().subscribe(scene -> {
            ofScene[0].unsubscribe();
            ofScene[0] = () -> {};
            if (scene != null) {
                scene.addEventHandler(KeyEvent.KEY_PRESSED, unlessTyping);
                ofScene[0] = () -> scene.removeEventHandler(KeyEvent.KEY_PRESSED, unlessTyping);
            }
        });
        return follow.and(() -> ofScene[0].unsubscribe());
    }

    private static boolean special(KeyEvent event) {
        return event.isShortcutDown() || event.isAltDown() || event.getCode() == javafx.scene.input.KeyCode.ESCAPE;
    }
}
