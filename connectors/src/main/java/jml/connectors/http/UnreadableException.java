package jml.connectors.http;

import java.io.IOException;

/// An answer has another shape than it must have.
public final class UnreadableException extends IOException {
    private static final long serialVersionUID = 1;

    /// @param field where in the answer, for example `data.result[3].value`; empty for the whole
    /// @param reason what is wrong there
    public UnreadableException(String field, String reason) {
        super(field.isEmpty() ? reason : field + ": " + reason);
    }
}
