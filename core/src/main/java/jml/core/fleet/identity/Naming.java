package jml.core.fleet.identity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How two spellings of one name are seen to be one. Remembers what it was asked, since one name comes many times in
/// one run of identification. Safe on any thread.
final class Naming {
    private static final String SEPARATORS = "_./:-";
    private static final int MOST_REWRITES = 4;

    private final List<Rewrite> rewrites;
    private final Map<String, String> bare = new ConcurrentHashMap<>();

    Naming(List<Rewrite> rewrites) {
        this.rewrites = rewrites;
    }

    List<Rewrite> rewrites() {
        return rewrites;
    }

    /// What is left of a name when the serving systems' additions are taken off; the name itself when there are none.
    String bare(String name) {
        return bare.computeIfAbsent(name, this::rewritten);
    }

    private String rewritten(String name) {
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
        var lower = name.strip().toLowerCase(Locale.ROOT);
        var out = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean separates = Character.isWhitespace(c) || SEPARATORS.indexOf(c) >= 0;
            if (!separates) {
                out.append(c);
            } else if (out.isEmpty() || out.charAt(out.length() - 1) != '-') {
                out.append('-');
            }
        }
        return out.toString();
    }
}
