package jml.core.fleet;

import jml.core.metric.Objective;
import jml.core.model.Arm;

/// How much of what its objectives allow a model uses: 1 at the line, above it when an objective is missed.
/// Utilisation and cost do not count, because being near their line is what they are for.
public final class Strain {
    private static final Arm[] ARMS = Arm.values();

    private Strain() {}

    /// The largest use of any objective by any arm; NaN when no objective has a fresh figure with enough events
    /// behind it.
    public static double of(FleetSnapshot snapshot, int row) {
        return of(snapshot, row, new Freshness(snapshot.at(), snapshot.sources()));
    }

    /// Strain of every row, as [Recent] stores it.
    public static byte[] encoded(FleetSnapshot snapshot) {
        var freshness = new Freshness(snapshot.at(), snapshot.sources());
        var strains = new byte[snapshot.size()];
        for (int row = 0; row < strains.length; row++) {
            strains[row] = Recent.encode(of(snapshot, row, freshness));
        }
        return strains;
    }

    private static double of(FleetSnapshot snapshot, int row, Freshness freshness) {
        var facts = snapshot.model(row);
        int fresh = freshness.of(facts.key().environment()).freshSeconds();
        double most = Double.NaN;
        for (var arm : ARMS) {
            int subject = snapshot.roster().subject(row, arm);
            if (subject < 0) {
                continue;
            }
            for (var objective : facts.objectives()) {
                double use = use(objective, snapshot.figures(), subject, fresh);
                if (!Double.isNaN(use) && !(most >= use)) {
                    most = use;
                }
            }
        }
        return most;
    }

    private static double use(Objective objective, Figures figures, int subject, int fresh) {
        if (!Verdict.breaches(objective.sli())) {
            return Double.NaN;
        }
        var verdict = Verdict.of(objective, figures, subject, fresh);
        return verdict == Verdict.HOLDS || verdict == Verdict.MISSED
                ? use(objective, figures.value(subject, objective.sli()))
                : Double.NaN;
    }

    /// The part of an objective's allowance that a value uses: value ÷ line for an upper line, (1 − value) ÷ (1 − line)
    /// for a lower line on a ratio. NaN where there is no value, or the line allows nothing.
    public static double use(Objective objective, double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        if (Double.isFinite(objective.high())) {
            return objective.high() > 0 ? value / objective.high() : Double.NaN;
        }
        return objective.low() < 1 ? (1 - value) / (1 - objective.low()) : Double.NaN;
    }
}
