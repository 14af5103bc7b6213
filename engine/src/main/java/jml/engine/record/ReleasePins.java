package jml.engine.record;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import jml.core.fleet.EventId;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetRecord;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Placement;
import jml.core.model.ModelKey;
import jml.core.release.Workload;

/// Pins the lines of every model under release: from two hours before it began to two hours after it ended. A release
/// that stands longer than a day is pinned around its beginning and its end only: a forgotten canary must not stay at
/// full resolution for ever. One thread at a time.
public final class ReleasePins {
    private static final Duration AROUND = Duration.ofHours(2);
    private static final Duration LONGEST = Duration.ofDays(1);

    /// How much of the time after now may have run out before a pin is moved on.
    private static final Duration RENEW = Duration.ofMinutes(30);

    private final FleetRecord record;
    private final Map<String, Pinned> underWay = new HashMap<>();

    private record Pinned(ModelKey model, Instant from, Instant to) {}

    public ReleasePins(FleetRecord record) {
        this.record = record;
    }

    /// Looks at a snapshot that was just recorded; writes only when a pin begins, ends or has to move on.
    public void keep(FleetSnapshot snapshot) {
        var now = snapshot.at();
        var seen = new HashSet<String>();
        for (var facts : snapshot.roster().models()) {
            if (facts.releasing()) {
                var id = id(facts);
                seen.add(id);
                goOn(id, facts, now);
            }
        }
        for (var ended : underWay.entrySet().stream()
                .filter(it -> !seen.contains(it.getKey()))
                .toList()) {
            var model = ended.getValue().model();
            var from = ended.getValue().from();
            if (tooLong(from, now)) {
                record.pin(ended.getKey() + " end", model, now.minus(AROUND), now.plus(AROUND));
            } else {
                record.pin(ended.getKey(), model, from, now.plus(AROUND));
            }
            underWay.remove(ended.getKey());
        }
    }

    private void goOn(String id, ModelFacts facts, Instant now) {
        var pinned = underWay.get(id);
        var from = pinned == null ? begun(facts, now).minus(AROUND) : pinned.from();
        var to = now.plus(AROUND);
        boolean holds = pinned != null && to.isBefore(pinned.to().plus(RENEW));
        if (holds || (pinned != null && tooLong(from, now))) {
            return;
        }
        record.pin(id, facts.key(), from, tooLong(from, now) ? from.plus(AROUND).plus(AROUND) : to);
        underWay.put(id, new Pinned(facts.key(), from, to));
    }

    private static boolean tooLong(Instant from, Instant now) {
        return Duration.between(from, now).compareTo(LONGEST) > 0;
    }

    private static Instant begun(ModelFacts facts, Instant now) {
        return facts.placements().stream()
                .filter(it -> it.role() == Workload.Role.CANARY)
                .map(Placement::since)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .filter(since -> since.isBefore(now))
                .orElse(now);
    }

    // As short as a hash, whatever the model is called, and the same after a restart.
    private static String id(ModelFacts facts) {
        long revision = facts.placements().stream()
                .filter(it -> it.role() == Workload.Role.CANARY)
                .mapToLong(Placement::revision)
                .max()
                .orElse(0);
        return "release "
                + EventId.of(
                        FleetEvent.Kind.DEPLOY,
                        facts.key().environment(),
                        facts.key().name(),
                        facts.candidate(),
                        revision);
    }
}
