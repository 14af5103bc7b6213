package jml.core.metric;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The labels of one series, sorted by name. Equal sets are equal values; a store may hand out the same
/// instance again and again, so that joins can cache by identity. Ordered so that lists of them can be.
public final class LabelSet implements Comparable<LabelSet> {
    private static final LabelSet EMPTY = new LabelSet(new String[0]);

    private final String[] namesAndValues;
    private final int hash;

    private LabelSet(String[] namesAndValues) {
        this.namesAndValues = namesAndValues;
        this.hash = Arrays.hashCode(namesAndValues);
    }

    public static LabelSet of(Map<String, String> labels) {
        if (labels.isEmpty()) {
            return EMPTY;
        }
        var flat = new String[labels.size() * 2];
        int at = 0;
        for (var label : new TreeMap<>(labels).entrySet()) {
            flat[at++] = label.getKey();
            flat[at++] = label.getValue();
        }
        return new LabelSet(flat);
    }

    /// Null when the series has no such label.
    public @Nullable String get(String name) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i].equals(name)) {
                return namesAndValues[i + 1];
            }
        }
        return null;
    }

    /// The same labels but one.
    public LabelSet without(String name) {
        var rest = toMap();
        return rest.remove(name) == null ? this : of(rest);
    }

    public int size() {
        return namesAndValues.length / 2;
    }

    public Map<String, String> toMap() {
        var map = new TreeMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }

    /// By names and values; consistent with equality.
    @Override
    public int compareTo(LabelSet other) {
        return Arrays.compare(namesAndValues, other.namesAndValues);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LabelSet that
                && hash == that.hash
                && Arrays.equals(namesAndValues, that.namesAndValues);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return toMap().toString();
    }
}
