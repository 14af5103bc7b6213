package jml.core.fleet.identity;

import java.util.List;
import java.util.Optional;
import jml.core.alert.Alert;
import jml.core.fleet.Roster;
import jml.core.fleet.Unmatched;
import jml.core.metric.LabelSet;
import jml.core.metric.MetricPreset;

/// Which model everything belongs to. Immutable towards its users; safe on any thread.
public final class Identification {
    private final Roster roster;
    private final List<Unmatched> unmatched;

    Identification(Roster roster, List<Unmatched> unmatched) {
        this.roster = roster;
        this.unmatched = List.copyOf(unmatched);
    }

    public Roster roster() {
        return roster;
    }

    /// By environment, kind and name.
    public List<Unmatched> unmatched() {
        return unmatched;
    }

    /// The roster's subject that a series counts for; -1 when it belongs to no model, or `byArm` asks for an arm that
    /// the series does not tell. Several label sets may belong to one subject. Remembered by label set.
    public int subject(String environment, MetricPreset preset, LabelSet labels, boolean byArm) {
        return -1;
    }

    /// Row of the model an alert is about; -1 when it names none.
    public int row(String environment, Alert alert) {
        return -1;
    }

    /// Empty when the alert belongs to a model, or names nothing that could be one.
    public Optional<Unmatched> unmatched(String environment, Alert alert) {
        return Optional.empty();
    }

    /// Rows whose models run on a server together with `row`, itself included, in row order.
    public int[] sharing(int row) {
        return new int[] {row};
    }
}
