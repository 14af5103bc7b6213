package jml.gameday.traffic;

import jml.gameday.catalogue.SimulatedModel;
import jml.gameday.chance.Chance;
import jml.gameday.plan.Effect;
import jml.gameday.plan.Stretch;

/// How a version behaves when its replicas are so busy: the closed loop. Each version has its own character, drawn
/// by hash; utilisation follows from traffic, weight and ready replicas; latency, failures and cold starts follow
/// from utilisation.
final class Behaviour {
    /// What is counted, as shares of the requests.
    static final int FAST_BUCKETS = 0;

    static final int SLOW_BUCKETS = Tally.BUCKETS;
    static final int FAST = 2 * Tally.BUCKETS;
    static final int SLOW = FAST + 1;
    static final int DURATION = FAST + 2;
    static final int ERRORS = FAST + 3;
    static final int TIMEOUTS = FAST + 4;
    static final int RETRIES = FAST + 5;
    static final int DISAGREED = FAST + 6;
    static final int MISSING = FAST + 7;
    static final int COLD = FAST + 8;
    static final int SUCCESSES = FAST + 9;
    static final int AGREED = FAST + 10;
    static final int PRESENT = FAST + 11;
    static final int SIZE = FAST + 12;

    /// However bad it is, some requests go well.
    private static final double MOST_BAD = 0.4;

    private final SimulatedModel model;
    private final Edges edges;
    private final Effect effect;
    private final boolean settling;
    private final double character;

    Behaviour(SimulatedModel model, Edges edges, String version, Effect effect, boolean settling) {
        this.model = model;
        this.edges = edges;
        this.effect = effect;
        this.settling = settling;
        this.character = Chance.around(Chance.hash(Chance.hash(model.name()), Chance.hash(version), 3));
    }

    /// Share of their time that ready replicas are busy at this busyness of the day; may pass 1.
    static double utilisation(SimulatedModel model, Stretch stretch, double requestsPerSecond) {
        return stretch.ready() == 0
                ? 0
                : requestsPerSecond / (stretch.ready() * model.serving().perReplica());
    }

    /// The value of every share at one utilisation, times `weight`, written to `into` at `offset` and every third
    /// place from there.
    void shares(double utilisation, double weight, double[] into, int offset) {
        var quality = model.quality();
        double median = quality.p95Seconds()
                / Latency.P95_IN_MEDIANS
                * effect.latencyFactor()
                * (1 + 0.01 * character)
                * crowding(utilisation)
                / crowding(0.6);
        double fast = 1 - Latency.SLOW_SHARE;
        for (int edge = 0; edge < Tally.BUCKETS; edge++) {
            double seconds = edges.seconds()[edge];
            into[offset + 3 * (FAST_BUCKETS + edge)] = weight * fast * Latency.fast(median, seconds);
            into[offset + 3 * (SLOW_BUCKETS + edge)] = weight * Latency.SLOW_SHARE * Latency.slow(median, seconds);
        }
        into[offset + 3 * FAST] = weight * fast;
        into[offset + 3 * SLOW] = weight * Latency.SLOW_SHARE;
        into[offset + 3 * DURATION] = weight * Latency.mean(median) * 1e6;
        double cold = quality.coldStarts() + effect.coldStarts() + (settling ? 0.02 : 0) + starting(utilisation);
        into[offset + 3 * COLD] = weight * Math.min(MOST_BAD, cold);
        answers(utilisation, weight, into, offset);
        predictions(weight, into, offset);
    }

    private void answers(double utilisation, double weight, double[] into, int offset) {
        double overload = utilisation > 1 ? 0.25 * (1 - 1 / utilisation) : 0;
        double failed = model.quality().errors() * (1 + 0.2 * character) + effect.errors();
        double errors = Math.min(MOST_BAD, 0.8 * failed);
        double timeouts = Math.min(MOST_BAD, 0.2 * failed + overload);
        into[offset + 3 * ERRORS] = weight * errors;
        into[offset + 3 * TIMEOUTS] = weight * timeouts;
        into[offset + 3 * SUCCESSES] = weight * (1 - errors - timeouts);
        into[offset + 3 * RETRIES] = weight * Math.min(MOST_BAD, 0.002 + 2 * failed + overload);
    }

    private void predictions(double weight, double[] into, int offset) {
        double compared = weight * model.traffic().comparedShare();
        double disagreement =
                Math.min(MOST_BAD, model.quality().disagreement() * (1 + 0.08 * character) + effect.disagreement());
        into[offset + 3 * DISAGREED] = compared * disagreement;
        into[offset + 3 * AGREED] = compared * (1 - disagreement);
        double values = weight * model.traffic().features();
        double missing = Math.min(MOST_BAD, model.quality().missing() + effect.missing());
        into[offset + 3 * MISSING] = values * missing;
        into[offset + 3 * PRESENT] = values * (1 - missing);
    }

    /// Business indicator of this version against the one before, relative.
    double kpiDelta() {
        return model.quality().kpiDelta() + 0.004 * character - 0.3 * effect.disagreement();
    }

    /// How much longer requests take on busy replicas: queues grow slowly, then fast.
    private static double crowding(double utilisation) {
        double beyond = Math.max(0, utilisation - 0.75);
        return Math.min(15, 1 + 0.15 * utilisation * utilisation + 6 * beyond * beyond);
    }

    private static double starting(double utilisation) {
        return 0.08 * Math.clamp((utilisation - 0.85) * 2, 0, 1);
    }
}
