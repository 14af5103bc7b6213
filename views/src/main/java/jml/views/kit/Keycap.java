package jml.views.kit;

import javafx.scene.control.Label;

/// The key that does something, drawn as a small cap: "Esc", "Ctrl K", "/".
public final class Keycap extends Label {
    public Keycap(String key) {
        super(key);
        getStyleClass().add("keycap");
        setMinWidth(USE_PREF_SIZE);
    }
}
