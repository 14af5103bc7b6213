package jml.core.fleet;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jml.core.metric.Currency;

/// What happened between two snapshots. Times are exact where a source tells them, else those of the later snapshot.
/// Two consoles that see the same thing give it the same id: it is made of what sources told, and of the ten minutes
/// it was seen in where they told neither time nor number.
public final class FleetEvents {
    private FleetEvents() {}

    /// Oldest first. Of models that the earlier snapshot does not have, only alerts and fresh deployments are told.
    ///
    /// @param before an earlier snapshot of the same origin; of another origin nothing can follow
    /// @param currency costs are written in
    public static List<FleetEvent> between(FleetSnapshot before, FleetSnapshot after, Currency currency) {
        if (before.origin() != after.origin()) {
            return List.of();
        }
        var events = new ArrayList<FleetEvent>();
        var sentences = new Sentences(ZoneOffset.UTC, currency);
        for (int row = 0; row < after.size(); row++) {
            var now = after.model(row);
            var was = before.roster().row(now.key());
            if (was.isPresent()) {
                ModelChanges.add(before, was.getAsInt(), after, row, events, sentences);
            } else if (before.size() > 0) {
                ModelChanges.addNew(before, after, row, events);
            }
        }
        AlertChanges.add(before, after, events);
        SourceChanges.add(before, after, events);
        events.sort(Comparator.comparing(FleetEvent::at)
                .thenComparing(FleetEvent::kind)
                .thenComparing(FleetEvent::id));
        return List.copyOf(events);
    }
}
