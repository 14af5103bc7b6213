package jml.bench.screen;

import jml.core.fleet.Figures;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Presence;
import jml.core.metric.Sli;
import jml.core.model.Arm;

/// A snapshot of which every measured figure differs from the one before, so that a refresh has no cell to spare.
final class Stirred {
    private Stirred() {}

    /// @param round its parity is the direction in which every figure moves: a fiftieth, and a grid step at least
    static FleetSnapshot of(FleetSnapshot calm, int round) {
        return new FleetSnapshot(
                calm.at(),
                calm.origin(),
                calm.environments(),
                calm.roster(),
                figures(calm.figures(), round % 2 == 0 ? 1 : -1),
                calm.standings(),
                calm.alerts(),
                calm.alertedRows(),
                calm.sources(),
                calm.unmatched());
    }

    private static Figures figures(Figures calm, int direction) {
        var moved = new Figures.Builder(calm.subjects());
        for (var sli : Sli.values()) {
            var steps = calm.steps(sli);
            for (int subject = 0; subject < steps.length; subject++) {
                boolean measured = calm.presence(subject, sli) == Presence.MEASURED;
                int by = direction * Math.max(1, Math.abs(steps[subject]) / 50);
                moved.steps(subject, sli, measured ? steps[subject] + by : steps[subject]);
                if (calm.samples(subject, sli) >= 0) {
                    moved.samples(subject, sli, calm.samples(subject, sli));
                }
                moved.ageSeconds(subject, sli, calm.ageSeconds(subject, sli));
            }
        }
        return moved.build();
    }

    /// Share of the measured figures of whole models that differ between two snapshots of one roster, 0..1.
    static double changed(FleetSnapshot before, FleetSnapshot after) {
        long changed = 0;
        long all = 0;
        for (int row = 0; row < Math.min(before.size(), after.size()); row++) {
            for (var sli : Sli.values()) {
                var now = after.figure(row, Arm.ALL, sli);
                if (now.presence() == Presence.MEASURED) {
                    all++;
                    changed += before.figure(row, Arm.ALL, sli).value() == now.value() ? 0 : 1;
                }
            }
        }
        return changed / (double) all;
    }
}
