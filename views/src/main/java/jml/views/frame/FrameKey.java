package jml.views.frame;

import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys that work on every screen.
enum FrameKey {
    PALETTE,
    ON_CALL,
    RELEASES,
    CONNECTIONS,
    COPY_LINK,
    BACK,
    FORWARD,
    LIVE;

    /// What a key does; empty when it does nothing here.
    static Optional<FrameKey> of(KeyEvent event) {
        if (event.isShortcutDown()) {
            return Optional.ofNullable(
                    switch (event.getCode()) {
                        case K -> PALETTE;
                        case DIGIT1, NUMPAD1 -> ON_CALL;
                        case DIGIT4, NUMPAD4 -> RELEASES;
                        case DIGIT9, NUMPAD9 -> CONNECTIONS;
                        case C -> event.isShiftDown() ? COPY_LINK : null;
                        default -> null;
                    });
        }
        if (event.isAltDown()) {
            return event.getCode() == KeyCode.LEFT
                    ? Optional.of(BACK)
                    : event.getCode() == KeyCode.RIGHT ? Optional.of(FORWARD) : Optional.empty();
        }
        return event.getCode() == KeyCode.ESCAPE ? Optional.of(LIVE) : Optional.empty();
    }
}
