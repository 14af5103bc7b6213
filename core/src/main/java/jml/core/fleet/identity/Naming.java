package jml.core.fleet.identity;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// How two spellings of one name are seen to be one.
record Naming(List<Rewrite> rewrites) {
    private static final Pattern SEPARATORS = Pattern.compile("[\\s_./:-]+");
    private static final int MOST_REWRITES = 4;

    /// What is left of a name when the serving systems' additions are taken off; the name itself when there are none.
    String bare(String name) {
        var current = name;
        for (int round = 0; round < MOST_REWRITES; round++) {
            var next = once(current);
            if (next.equals(current)) {
                return current;
            }
            current = next;
        }
        return current;
    }

    private String once(String name) {
        for (var rewrite : rewrites) {
            var rewritten = rewrite.apply(name);
            if (rewritten != null) {
                return rewritten;
            }
        }
        return name;
    }

    /// Lower case with one kind of separator: "Fraud_Scorer" and "fraud-scorer" are one. Letters of other scripts
    /// are never folded, so that a look-alike stays another name.
    static String normal(String name) {
        return SEPARATORS.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceAll("-");
    }
}
