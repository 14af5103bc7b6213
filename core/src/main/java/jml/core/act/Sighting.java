package jml.core.act;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// The target of an act as it stood when it was looked at. What the act is a change of, and the precondition that its
/// request carries.
///
/// @param target for people: `Rollout fraud/fraud-scorer`
/// @param version the system's own mark of this state (resourceVersion); empty where it has none
/// @param fields what must not have changed when the act is sent, by name: `podHash`, `step`, `alias canary`. Harmless
/// churn is not among them
/// @param notes what else was seen, by name, for telling afterwards what came of it (`weight`); may change at any time
public record Sighting(
        Instant at, String target, String version, SortedMap<String, String> fields, SortedMap<String, String> notes) {
    public Sighting {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
        notes = Collections.unmodifiableSortedMap(new TreeMap<>(notes));
    }

    /// Without notes.
    public Sighting(Instant at, String target, String version, Map<String, String> fields) {
        this(at, target, version, new TreeMap<>(fields), Collections.emptySortedMap());
    }

    /// What is different now, one a line: "step was 2, is 3". Empty when the act still means what it meant.
    public List<String> changes(Sighting now) {
        var names = new TreeMap<>(fields);
        names.putAll(now.fields);
        return names.keySet().stream()
                .filter(name -> !word(name).equals(now.word(name)))
                .map(name -> name + " was " + word(name) + ", is " + now.word(name))
                .toList();
    }

    private String word(String name) {
        return fields.getOrDefault(name, "not there");
    }
}
