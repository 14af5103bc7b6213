package jml.core.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which version an alias named, and how long.
///
/// @param from when it was first seen on this version
/// @param since whether the move to this version was seen: false for what stood there when the record began
/// @param until when it was seen elsewhere or gone; null while it stands
public record AliasTerm(
        String alias,
        String version,
        Instant from,
        boolean since,
        @Nullable Instant until) {

    /// The aliases of one model as they were seen at one instant.
    ///
    /// @param aliases version by alias
    public record Seen(Instant at, Map<String, String> aliases) {
        public Seen {
            aliases = Map.copyOf(aliases);
        }
    }

    /// By alias, then oldest first.
    ///
    /// @param seen oldest first; what happened between two of them is known to the later one's instant
    public static List<AliasTerm> of(List<Seen> seen) {
        var open = new TreeMap<String, AliasTerm>();
        var terms = new ArrayList<AliasTerm>();
        boolean first = true;
        for (var each : seen) {
            for (var term : List.copyOf(open.values())) {
                if (!term.version().equals(each.aliases().get(term.alias()))) {
                    terms.add(new AliasTerm(term.alias(), term.version(), term.from(), term.since(), each.at()));
                    open.remove(term.alias());
                }
            }
            boolean moved = !first;
            each.aliases()
                    .forEach((alias, version) ->
                            open.computeIfAbsent(alias, name -> new AliasTerm(name, version, each.at(), moved, null)));
            first = false;
        }
        terms.addAll(open.values());
        terms.sort(Comparator.comparing(AliasTerm::alias).thenComparing(AliasTerm::from));
        return List.copyOf(terms);
    }
}
