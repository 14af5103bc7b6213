package jml.engine.collect;

import jml.core.fleet.Roster;
import jml.core.fleet.identity.Identification;
import jml.core.metric.LabelSet;
import jml.core.metric.MetricPreset;
import jml.core.model.Arm;

/// Finds the subject of a series in the roster that is shown, which may hold carried rows after the identified ones.
record Subjects(Identification identification, Roster shown) {
    /// Rows of the models on the one server that a series measures; empty when it measures none that is shared. Carried
    /// rows stand behind the identified ones, so the numbers are those of both rosters.
    int[] sharing(String environment, MetricPreset preset, LabelSet labels) {
        return identification.sharing(environment, preset, labels);
    }

    /// -1 when the series belongs to no model, or tells no arm where `byArm` asks for one.
    int of(String environment, MetricPreset preset, LabelSet labels, boolean byArm) {
        int subject = identification.subject(environment, preset, labels, byArm);
        var identified = identification.roster();
        if (subject < 0 || identified == shown) {
            return subject;
        }
        int row = identified.rowOf(subject);
        for (var arm : Arm.values()) {
            if (identified.subject(row, arm) == subject) {
                return shown.subject(row, arm);
            }
        }
        return -1;
    }
}
