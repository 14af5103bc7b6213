package jml.connectors.preset;

/// A preset file cannot be used. The message names file, line and field, and says what is expected there.
public final class PresetException extends Exception {
    private static final long serialVersionUID = 1;

    PresetException(String file, int line, String field, String reason) {
        super(file + ":" + line + (field.isEmpty() ? "" : ": " + field) + ": " + reason);
    }
}
