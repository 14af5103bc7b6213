package jml.core.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import jml.core.fleet.FleetEvent.Kind;
import jml.core.release.Workload;
import org.jspecify.annotations.Nullable;

/// One model in two snapshots, and the events that come of comparing them.
record Change(FleetSnapshot before, FleetSnapshot after, ModelFacts was, ModelFacts now, List<FleetEvent> events) {
    /// A source may tell late what happened shortly before the earlier snapshot.
    private static final Duration LATE = Duration.ofMinutes(15);

    /// When the rollout entered its phase, if it did so since the earlier snapshot; else null.
    @Nullable
    Instant rolloutSince() {
        var rollout = now.rollout();
        var earlier = was.rollout();
        var since = rollout == null ? null : rollout.since();
        boolean fresh = earlier == null || !Objects.equals(earlier.since(), since);
        return fresh ? exact(since) : null;
    }

    /// The time a source told, unless it cannot be that of something new.
    @Nullable
    Instant exact(@Nullable Instant told) {
        return told == null
                        || told.isAfter(after.at())
                        || told.isBefore(before.at().minus(LATE))
                ? null
                : told;
    }

    /// False while only one of the two snapshots knows the model's workloads: a cluster that answers for the first
    /// time deploys nothing.
    boolean comparable() {
        return held(was) == held(now);
    }

    private static boolean held(ModelFacts facts) {
        return facts.placements().stream().anyMatch(it -> it.kind() != Workload.Kind.OTHER);
    }

    static @Nullable Placement main(ModelFacts facts, Workload.Role role) {
        return facts.placements().stream()
                .filter(it -> it.role() == role)
                .findFirst()
                .orElse(null);
    }

    static long revision(ModelFacts facts, Workload.Role role) {
        var placement = main(facts, role);
        return placement == null ? 0 : placement.revision();
    }

    static String subject(ModelFacts facts) {
        return facts.key().environment() + "\n" + facts.key().name();
    }

    static String source(@Nullable Placement placement) {
        var where = placement == null ? "" : placement.where();
        return where.contains(":") ? where.substring(0, where.indexOf(':')) : "";
    }

    /// An event about a revision: its number tells it from others, and the time it was made is when it happened.
    void deployed(Kind kind, String text, @Nullable Placement placement, String version) {
        var made = placement == null ? null : exact(placement.since());
        var at = made != null ? made : Objects.requireNonNullElse(rolloutSince(), after.at());
        Object which = placement != null && placement.revision() > 0 ? placement.revision() : EventId.seen(after.at());
        var id = EventId.of(kind, subject(now), version, which);
        events.add(new FleetEvent(id, kind, at, after.at(), now.key(), text, source(placement)));
    }

    /// @param since when it happened by its source's clock; null when only the snapshot tells
    void told(Kind kind, String text, @Nullable Instant since, Object... about) {
        var at = since == null ? after.at() : since;
        event(kind, text, at, since == null ? EventId.seen(at) : since, about);
    }

    /// What follows from the console's own clock: two consoles see it at nearly the same time.
    void seen(Kind kind, String text, Instant at, Object... about) {
        event(kind, text, at, EventId.seen(at), about);
    }

    private void event(Kind kind, String text, Instant at, Object when, Object... about) {
        var parts = new Object[about.length + 2];
        parts[0] = subject(now);
        parts[1] = when;
        System.arraycopy(about, 0, parts, 2, about.length);
        var source = source(now.placements().isEmpty() ? null : now.placements().getFirst());
        events.add(new FleetEvent(EventId.of(kind, parts), kind, at, after.at(), now.key(), text, source));
    }
}
