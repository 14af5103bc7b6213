package jml.connectors.kubernetes;

import java.io.IOException;

/// An answer came and cannot be used; the message names the field at fault.
public final class UnreadableException extends IOException {
    private static final long serialVersionUID = 1;

    UnreadableException(String message) {
        super(message);
    }
}
