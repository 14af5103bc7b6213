package jml.app.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// The word somebody meant who mistyped it.
final class NearWord {
    private static final int MOST_EDITS = 2;

    private NearWord() {}

    /// Empty when none is at most two letters away.
    static Optional<String> of(String typed, Collection<String> words) {
        return words.stream()
                .filter(word -> edits(typed, word) <= MOST_EDITS)
                .min(Comparator.comparingInt(word -> edits(typed, word)));
    }

    /// Levenshtein's distance: letters put in, taken out or changed.
    private static int edits(String from, String to) {
        var above = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            above[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            var row = new int[to.length() + 1];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = above[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[to.length()];
    }
}
