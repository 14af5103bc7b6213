package jml.gameday.traffic;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.gameday.catalogue.SimulatedModel;
import jml.gameday.chance.Chance;
import jml.gameday.chance.Wander;
import jml.gameday.plan.Disturbance;
import jml.gameday.plan.Span;
import jml.gameday.plan.Story;
import jml.gameday.plan.Stretch;
import jml.gameday.plan.Stretches;
import jml.gameday.traffic.Tally.Entry;
import org.jspecify.annotations.Nullable;

/// Everything countable of one model that lives one story, at any instant. Safe from any thread.
public final class ModelTraffic {
    private final SimulatedModel model;
    private final Story story;
    private final Span span;
    private final Stretches stretches;
    private final Edges edges;
    private final Daily daily;
    private final List<Stint> stints;
    private final Wander driftNoise;
    private final Wander kpiNoise;

    public ModelTraffic(SimulatedModel model, Story story, Span span, long seed) {
        this.model = model;
        this.story = story;
        this.span = span;
        this.stretches = Stretches.of(story, span);
        this.edges = Edges.around(model.lines().p95Seconds());
        this.daily = new Daily(
                model.traffic(),
                LocalTime.ofInstant(span.began(), ZoneOffset.UTC).toSecondOfDay());
        this.stints = stints(seed);
        long stream = Chance.hash(seed, Chance.hash(model.name()), 0);
        this.driftNoise = new Wander(Chance.hash(stream, 1, 0), 2400, 0.012);
        this.kpiNoise = new Wander(Chance.hash(stream, 2, 0), 3600, 0.002);
    }

    private List<Stint> stints(long seed) {
        var all = new ArrayList<Stint>();
        var current = new Stint[2];
        for (var stretch : stretches.all()) {
            var setup = stretch.setup();
            continueWith(all, current, 0, setup.version(), stretch, seed);
            continueWith(all, current, 1, setup.candidate(), stretch, seed);
        }
        return List.copyOf(all);
    }

    private void continueWith(
            List<Stint> all, @Nullable Stint[] current, int side, String version, Stretch stretch, long seed) {
        var running = current[side];
        if (version.isEmpty()) {
            current[side] = null;
            return;
        }
        if (running == null || !running.version().equals(version)) {
            running = new Stint(model, edges, version, side == 0 ? Arm.BASELINE : Arm.CANARY, daily, seed);
            current[side] = running;
            all.add(running);
        }
        running.extend(stretch);
    }

    public SimulatedModel model() {
        return model;
    }

    public Edges edges() {
        return edges;
    }

    public Story story() {
        return story;
    }

    public Stretches stretches() {
        return stretches;
    }

    /// Spend per hour of all replicas.
    public static double costPerHour(SimulatedModel model, Stretch stretch) {
        return stretch.setup().replicas()
                * model.serving().costPerReplica()
                * stretch.stable().costFactor();
    }

    /// Counted since the history began, by all versions.
    public Tally total(double seconds) {
        var sum = Tally.zero();
        for (var stint : stints) {
            if (stint.start() >= seconds) {
                break;
            }
            sum = sum.plus(stint.tally(seconds));
        }
        return sum;
    }

    /// The side of the rollout that serves at an instant; null when there is none.
    private @Nullable Stint stint(Arm arm, double seconds) {
        for (int i = stints.size() - 1; i >= 0; i--) {
            var stint = stints.get(i);
            if (stint.arm() == arm && stint.start() <= seconds) {
                return seconds < stint.end() ? stint : null;
            }
        }
        return null;
    }

    /// The instant of which its series speak: the asked one, or an earlier one while they are frozen.
    public double observed(double seconds) {
        var stretch = stretches.at(seconds);
        if (!stretch.frozen()) {
            return seconds;
        }
        double first = stretch.start();
        return first + Math.floor((seconds - first) / 3600) * 3600;
    }

    public Reading reading(double seconds) {
        double observed = observed(seconds);
        var stretch = stretches.at(observed);
        var all = measures(observed, this::total);
        serving(all, stretch, observed);
        Measures baseline = null;
        Measures canary = null;
        var candidate = stretch.setup().releasing() ? stint(Arm.CANARY, observed) : null;
        var stable = stint(Arm.BASELINE, observed);
        if (candidate != null && stable != null) {
            baseline = measures(observed, stable::tally);
            canary = measures(observed, candidate::tally);
            double delta = kpiDelta(stretch, observed);
            canary.gauge(Sli.KPI_DELTA, delta);
            all.gauge(Sli.KPI_DELTA, delta);
        }
        return new Reading(stretches.at(seconds), (int) Math.round(seconds - observed), all, baseline, canary);
    }

    /// The versions that serve at an instant, the stable one first; none while its series are silent.
    public List<Served> served(double seconds) {
        var now = stretches.at(seconds);
        if (now.silent()) {
            return List.of();
        }
        double observed = observed(seconds);
        var reading = reading(seconds);
        var served = new ArrayList<Served>(2);
        for (var arm : new Arm[] {Arm.BASELINE, Arm.CANARY}) {
            var stint = stint(arm, observed);
            if (stint != null) {
                var stretch = stretches.at(observed);
                var setup = stretch.setup();
                boolean canary = arm == Arm.CANARY;
                var own = reading.of(arm);
                served.add(new Served(
                        model,
                        stint.version(),
                        canary,
                        canary ? setup.weight() : 1 - setup.weight(),
                        stretch,
                        edges,
                        stint.tally(observed),
                        reading.all(),
                        own == null ? reading.all() : own,
                        reading.ageSeconds()));
            }
        }
        return served;
    }

    private interface Counted {
        Tally until(double seconds);
    }

    private Measures measures(double now, Counted counted) {
        var total = counted.until(now);
        var measures = new Measures(total);
        var minutes5 = total.minus(counted.until(now - 300));
        measures.p95(minutes5, edges);
        long requests = minutes5.requests();
        measures.ratio(Sli.SUCCESS, minutes5.get(Entry.SUCCESSES), requests);
        measures.ratio(Sli.TIMEOUTS, minutes5.get(Entry.TIMEOUTS), requests);
        measures.ratio(Sli.RETRIES, minutes5.get(Entry.RETRIES), requests + minutes5.get(Entry.RETRIES));
        measures.ratio(Sli.MISSING_FEATURES, minutes5.get(Entry.MISSING), minutes5.featureValues());
        measures.gauge(Sli.TRAFFIC, requests / 300.0);
        var minutes30 = total.minus(counted.until(now - 1800));
        measures.ratio(Sli.FIDELITY, minutes30.get(Entry.AGREED), minutes30.compared());
        var hour = total.minus(counted.until(now - 3600));
        measures.ratio(Sli.COLD_STARTS, hour.get(Entry.COLD_STARTED), hour.requests());
        return measures;
    }

    /// What only the whole model has: load, drift of its inputs, cost.
    private void serving(Measures all, Stretch stretch, double now) {
        all.gauge(Sli.DRIFT, drift(stretch, now));
        if (!model.outside()) {
            all.gauge(Sli.UTILISATION, Behaviour.utilisation(model, stretch, all.value(Sli.TRAFFIC)));
            all.gauge(Sli.COST, costPerHour(model, stretch));
            if (model.serving().hosted() > 1) {
                all.ofSharedServer(Sli.COST);
            }
        }
    }

    /// Distance of its inputs from their reference.
    public double drift(Stretch stretch, double now) {
        double grown = 0;
        for (var disturbance : story.disturbances()) {
            grown += grown(disturbance, now);
        }
        double calm = model.quality().drift() + stretch.stable().drift();
        return Math.max(0, calm + Math.min(0.6, grown) + driftNoise.at(now));
    }

    private double grown(Disturbance disturbance, double now) {
        double from = span.seconds(disturbance.from());
        boolean over = !disturbance.until().isAfter(span.instant(now));
        return over || now < from ? 0 : disturbance.effect().driftPerDay() * (now - from) / 86_400;
    }

    /// Business indicator of the candidate against the version in service, relative.
    public double kpiDelta(Stretch stretch, double now) {
        var behaviour =
                new Behaviour(model, edges, stretch.setup().candidate(), stretch.candidate(), stretch.settling());
        return behaviour.kpiDelta() + kpiNoise.at(now);
    }
}
