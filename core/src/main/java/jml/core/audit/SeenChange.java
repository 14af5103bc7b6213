package jml.core.audit;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetEvent.Kind;

/// A change that was seen in a cluster or a registry, and whose doing it is.
///
/// @param act id of the console's act in whose window it falls; empty when it was made elsewhere: by a person or tool
/// past the console, or by the release's own plan
/// @param actor who had that act sent; empty when it was made elsewhere: by whom is not told
public record SeenChange(FleetEvent event, String act, String actor) {
    private static final Set<Kind> CHANGES =
            EnumSet.of(Kind.DEPLOY, Kind.ROLLBACK, Kind.ROLLOUT, Kind.WEIGHT, Kind.REGISTRY, Kind.SCALING);

    public boolean elsewhere() {
        return act.isEmpty();
    }

    /// Each change among the events, in their order, with the newest act that explains it. An act explains changes of
    /// its model, of the kinds its verb brings about, from 30 s before it was sent until 15 min after it, or 2 min
    /// after its proposal ended if that comes first; a moved alias only that of its own name. Refused acts explain
    /// nothing.
    ///
    /// @param records of the whole journal, oldest first
    public static List<SeenChange> of(List<FleetEvent> events, List<AuditRecord> records) {
        var windows = ActWindow.of(records).reversed();
        return events.stream()
                .filter(event -> CHANGES.contains(event.kind()))
                .map(event -> windows.stream()
                        .filter(window -> window.explains(event))
                        .findFirst()
                        .map(window -> new SeenChange(event, window.act(), window.actor()))
                        .orElseGet(() -> new SeenChange(event, "", "")))
                .toList();
    }
}
