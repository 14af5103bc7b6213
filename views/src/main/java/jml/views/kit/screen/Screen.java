package jml.views.kit.screen;

import javafx.scene.Parent;
import javafx.util.Subscription;

/// One screen of the console. FX thread.
public interface Screen {
    /// Its nodes; always the same ones.
    Parent root();

    /// Follows what it shows until unsubscribed; a screen that is not shown costs nothing.
    Subscription show();
}
