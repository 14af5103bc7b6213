package jml.store;

import jml.core.fleet.Figures;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Presence;
import jml.core.metric.Count;
import jml.core.metric.Sli;
import jml.core.model.Arm;

/// What a version without the indicator "drift" would have recorded.
final class OtherVersion {
    private OtherVersion() {}

    static Presence drift(FleetSnapshot snapshot, int row) {
        return snapshot.figure(row, Arm.ALL, Sli.DRIFT).presence();
    }

    static FleetSnapshot withoutDrift(FleetSnapshot snapshot) {
        var figures = snapshot.figures();
        var copy = new Figures.Builder(figures.subjects());
        for (int subject = 0; subject < figures.subjects(); subject++) {
            for (var sli : Sli.values()) {
                // How many events stood behind it is kept with those of the others.
                copy.samples(subject, sli, figures.samples(subject, sli));
                if (sli != Sli.DRIFT) {
                    copy.steps(subject, sli, figures.steps(sli)[subject]);
                    if (figures.presence(subject, sli).measured()) {
                        copy.how(subject, sli, figures.presence(subject, sli));
                    }
                    copy.ageSeconds(subject, sli, figures.ageSeconds(subject, sli));
                }
            }
            for (var count : Count.values()) {
                copy.count(subject, count, figures.count(subject, count));
            }
        }
        return new FleetSnapshot(
                snapshot.at(),
                snapshot.origin(),
                snapshot.environments(),
                snapshot.roster(),
                copy.build(),
                snapshot.standings(),
                snapshot.alerts(),
                snapshot.alertedRows(),
                snapshot.sources(),
                snapshot.unmatched());
    }
}
