package jml.core.fleet.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The model that something without one most likely belongs to: the one whose name shares most words with it.
final class Suggestions {
    /// A word of more names than this tells nothing.
    private static final int TELLING = 50;

    private final Map<String, List<String>> byWord = new HashMap<>();

    Suggestions(Collection<String> names) {
        for (var name : new TreeSet<>(names)) {
            for (var word : words(name)) {
                byWord.computeIfAbsent(word, _ -> new ArrayList<>()).add(name);
            }
        }
    }

    /// `otherwise` when no name shares a telling word.
    String nearest(String name, String otherwise) {
        var shared = new TreeMap<String, Integer>();
        for (var word : words(name)) {
            var names = byWord.getOrDefault(word, List.of());
            if (names.size() <= TELLING) {
                names.forEach(it -> shared.merge(it, 1, Integer::sum));
            }
        }
        String best = otherwise;
        int most = 0;
        for (var each : shared.entrySet()) {
            if (each.getValue() > most) {
                best = each.getKey();
                most = each.getValue();
            }
        }
        return best;
    }

    private static Set<String> words(String name) {
        Set<String> words = new HashSet<>(Arrays.asList(Naming.normal(name).split("-")));
        words.removeIf(word -> word.length() < 3);
        return words;
    }
}
