package jml.core.signing;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.erdtman.jcs.NumberToJSON;
import org.jspecify.annotations.Nullable;

/// JSON in the one form that RFC 8785 (JCS) gives it, from maps, lists, strings, numbers, booleans and nulls.
///
/// What JCS cannot hold is an `IllegalArgumentException`: NaN, an integer beyond 2^53 (keep it as a string), a lone
/// surrogate, a value of another type.
public final class CanonicalJson {
    private static final BigInteger EXACT = BigInteger.ONE.shiftLeft(53);

    private CanonicalJson() {}

    public static byte[] bytes(Map<String, ?> object) {
        return text(object).getBytes(StandardCharsets.UTF_8);
    }

    public static String text(Map<String, ?> object) {
        var out = new StringBuilder();
        write(object, out);
        return out.toString();
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> object -> writeObject(object, out);
            case List<?> array -> writeArray(array, out);
            case String text -> writeString(text, out);
            case Boolean truth -> out.append(truth);
            case Number number -> writeNumber(number, out);
            default -> throw new IllegalArgumentException("not a JSON value: " + value.getClass());
        }
    }

    private static void writeObject(Map<?, ?> object, StringBuilder out) {
        var sorted = new TreeMap<String, @Nullable Object>(); // by UTF-16 units, as String compares
        object.forEach((key, value) -> sorted.put((String) key, value));
        out.append('{');
        boolean first = true;
        for (var entry : sorted.entrySet()) {
            if (!first) {
                out.append(',');
            }
            first = false;
            writeString(entry.getKey(), out);
            out.append(':');
            write(entry.getValue(), out);
        }
        out.append('}');
    }

    private static void writeArray(List<?> array, StringBuilder out) {
        out.append('[');
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(array.get(i), out);
        }
        out.append(']');
    }

    private static void writeNumber(Number number, StringBuilder out) {
        var whole =
                switch (number) {
                    case BigInteger big -> big;
                    case Double _, Float _, BigDecimal _ -> null;
                    default -> BigInteger.valueOf(number.longValue());
                };
        if (whole != null && whole.abs().compareTo(EXACT) > 0) {
            throw new IllegalArgumentException("JSON numbers are exact to 2^53 only, write it as a string: " + number);
        }
        try {
            out.append(NumberToJSON.serializeNumber(number.doubleValue()));
        } catch (IOException e) {
            throw new IllegalArgumentException("not a JSON number: " + number, e);
        }
    }

    private static void writeString(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(paired(text, i));
                    }
                }
            }
        }
        out.append('"');
    }

    private static char paired(String text, int at) {
        char c = text.charAt(at);
        boolean alone = Character.isHighSurrogate(c)
                ? at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1))
                : Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
        if (alone) {
            throw new IllegalArgumentException("a lone surrogate is no text");
        }
        return c;
    }
}
