package jml.connectors.prometheus;

import com.fasterxml.jackson.core.io.NumberInput;

/// Sample values as Prometheus writes them: decimal numbers, `NaN`, `+Inf`, `-Inf`.
final class SampleText {
    private SampleText() {}

    /// @throws NumberFormatException for anything else
    static double parse(char[] text, int from, int length) {
        if (length > 0 && decimal(text, from, length)) {
            return NumberInput.parseDouble(text, from, length, true);
        }
        return switch (new String(text, from, length)) {
            case "NaN" -> Double.NaN;
            case "+Inf", "Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> throw new NumberFormatException();
        };
    }

    // The parser itself would also take hexadecimal numbers, blanks and the suffixes of Java literals.
    private static boolean decimal(char[] text, int from, int length) {
        for (int at = from; at < from + length; at++) {
            char c = text[at];
            if ((c < '0' || c > '9') && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return false;
            }
        }
        return true;
    }
}
