package jml.gameday.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/// A story cut where anything changes.
public final class Stretches {
    /// How long a new replica or version takes until it serves like the others.
    static final double SETTLE_SECONDS = 90;

    private final List<Stretch> stretches;
    private final double[] starts;

    private Stretches(List<Stretch> stretches) {
        this.stretches = List.copyOf(stretches);
        this.starts = stretches.stream().mapToDouble(Stretch::start).toArray();
    }

    public static Stretches of(Story story, Span span) {
        var cuts = cuts(story, span);
        var stretches = new ArrayList<Stretch>(cuts.length);
        for (int i = 0; i < cuts.length; i++) {
            double end = i + 1 < cuts.length ? cuts[i + 1] : Double.POSITIVE_INFINITY;
            stretches.add(stretch(story, span, cuts[i], end));
        }
        return new Stretches(stretches);
    }

    private static double[] cuts(Story story, Span span) {
        var cuts = new TreeSet<Double>();
        cuts.add(0.0);
        for (var change : story.changes()) {
            cuts.add(Math.max(0, span.seconds(change.at())));
            cuts.add(Math.max(0, span.seconds(change.at())) + SETTLE_SECONDS);
        }
        for (var disturbance : story.disturbances()) {
            cuts.add(Math.max(0, span.seconds(disturbance.from())));
            if (disturbance.until().isBefore(Instant.MAX)) {
                cuts.add(Math.max(0, span.seconds(disturbance.until())));
            }
        }
        return cuts.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Stretch stretch(Story story, Span span, double start, double end) {
        var at = span.instant(start);
        var setup = story.setup(at);
        var before = story.setup(at.minusMillis(Math.round(SETTLE_SECONDS * 1000) - 1));
        var stable = Effect.NONE;
        var candidate = Effect.NONE;
        for (var disturbance : story.disturbances()) {
            if (!disturbance.from().isAfter(at) && disturbance.until().isAfter(at)) {
                stable = disturbance.touches(setup.version()) ? stable.and(disturbance.effect()) : stable;
                candidate = disturbance.touches(setup.candidate()) ? candidate.and(disturbance.effect()) : candidate;
            }
        }
        boolean moving = setup.marks().motion() == Marks.Motion.MOVING;
        int ready = Math.min(setup.replicas(), before.replicas());
        int candidates = setup.candidateReplicas();
        int stables = Math.max(0, ready - candidates);
        return new Stretch(
                start,
                end,
                setup,
                ready,
                moving ? Math.min(stables, before.replicas() - before.candidateReplicas()) : stables,
                moving ? Math.min(candidates, known(setup, before)) : candidates,
                start > 0 && !before.servesLike(setup),
                stable,
                candidate);
    }

    private static int known(Setup setup, Setup before) {
        return before.candidate().equals(setup.candidate()) ? before.candidateReplicas() : 0;
    }

    public List<Stretch> all() {
        return stretches;
    }

    /// The stretch that holds an instant; the first one for instants before the history.
    public Stretch at(double seconds) {
        return stretches.get(index(seconds));
    }

    public int index(double seconds) {
        int found = Arrays.binarySearch(starts, seconds);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }
}
