package jml.core.fleet;

import jml.core.metric.Objective;

/// How much of what its objectives allow a model uses: 1 at the line, above it when an objective is missed.
public final class Strain {
    private Strain() {}

    /// The largest use of any objective by any arm; NaN when nothing with an objective is measured.
    public static double of(FleetSnapshot snapshot, int row) {
        var roster = snapshot.roster();
        double most = Double.NaN;
        for (var arm : Arm.values()) {
            int subject = roster.subject(row, arm);
            if (subject < 0) {
                continue;
            }
            for (var objective : snapshot.model(row).objectives()) {
                double use = use(objective, snapshot.figures().value(subject, objective.sli()));
                if (!Double.isNaN(use) && !(most >= use)) {
                    most = use;
                }
            }
        }
        return most;
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
