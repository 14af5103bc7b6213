package jml.core.judge.argo;

import com.google.protobuf.NullValue;
import java.util.Collection;
import java.util.Map;

/// The functions that Argo adds to its conditions.
final class ConditionFunctions {
    private ConditionFunctions() {}

    static Object length(Object value) {
        return switch (value) {
            case Collection<?> all -> (double) all.size();
            case Map<?, ?> all -> (double) all.size();
            case String text -> (double) text.codePointCount(0, text.length());
            default -> throw new IllegalArgumentException("no length has " + value);
        };
    }

    static Object isNaN(Object value) {
        return Double.isNaN(number(value));
    }

    static Object isInfinite(Object value) {
        return Double.isInfinite(number(value));
    }

    static Object isNil(Object value) {
        return value instanceof NullValue;
    }

    static Object otherwise(Object value, Object otherwise) {
        return value instanceof NullValue ? otherwise : value;
    }

    /// A number, or a text that is one.
    static Object asFloat(Object value) {
        return value instanceof String text ? Double.parseDouble(text) : number(value);
    }

    /// A number without what follows its point, or a text that is a whole one.
    static Object asInt(Object value) {
        double number = value instanceof String text ? Long.parseLong(text) : number(value);
        return number < 0 ? Math.ceil(number) : Math.floor(number);
    }

    private static double number(Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException("no number is " + value);
    }
}
