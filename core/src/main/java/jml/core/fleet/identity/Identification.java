package jml.core.fleet.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jml.core.alert.Alert;
import jml.core.fleet.Arm;
import jml.core.fleet.Roster;
import jml.core.fleet.Unmatched;
import jml.core.metric.LabelSet;
import jml.core.metric.MetricPreset;

/// Which model everything belongs to. Immutable towards its users; safe on any thread.
public final class Identification {
    private final Roster roster;
    private final List<Unmatched> unmatched;
    private final List<Facts.Known> known;
    private final Map<String, Map<String, Integer>> rowsOfSeries;
    private final Map<String, NameIndex> names;
    private final int[][] sharing;
    private final Map<Question, Map<LabelSet, Integer>> answered = new ConcurrentHashMap<>();

    private record Question(String environment, String preset, boolean byArm) {}

    /// @param known one a row
    /// @param rowsOfSeries by environment and [Place#key(SeriesRules.Name)]
    /// @param names by environment
    /// @param sharing rows on the same servers, one array a row
    Identification(
            Roster roster,
            List<Unmatched> unmatched,
            List<Facts.Known> known,
            Map<String, Map<String, Integer>> rowsOfSeries,
            Map<String, NameIndex> names,
            int[][] sharing) {
        this.roster = roster;
        this.unmatched = List.copyOf(unmatched);
        this.known = List.copyOf(known);
        this.rowsOfSeries = Map.copyOf(rowsOfSeries);
        this.names = Map.copyOf(names);
        this.sharing = sharing;
    }

    public Roster roster() {
        return roster;
    }

    /// By environment, kind and name.
    public List<Unmatched> unmatched() {
        return unmatched;
    }

    /// The roster's subject that a series counts for; -1 when it belongs to no model, or `byArm` asks for an arm that
    /// the series does not tell, or its model was not among what was observed. Several label sets may belong to one
    /// subject. Remembered by label set.
    public int subject(String environment, MetricPreset preset, LabelSet labels, boolean byArm) {
        return answered.computeIfAbsent(new Question(environment, preset.id(), byArm), _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(labels, it -> find(environment, preset, it, byArm));
    }

    private int find(String environment, MetricPreset preset, LabelSet labels, boolean byArm) {
        var name = SeriesRules.Name.of(preset, labels);
        if (name == null) {
            return -1;
        }
        int row = rowsOfSeries.getOrDefault(environment, Map.of()).getOrDefault(Place.key(name), -1);
        if (row < 0 || !byArm) {
            return row;
        }
        var model = known.get(row);
        var arm = model.served().arm(preset, labels, model.versions());
        return arm == null || arm == Arm.ALL ? -1 : roster.subject(row, arm);
    }

    /// Row of the model an alert is about; -1 when it names none.
    public int row(String environment, Alert alert) {
        var index = names.get(environment);
        return index == null ? -1 : index.row(alert);
    }

    /// Empty when the alert belongs to a model, or names nothing that could be one.
    public Optional<Unmatched> unmatched(String environment, Alert alert) {
        var index = names.get(environment);
        var lost = index == null || index.row(alert) >= 0 ? null : index.lost(alert);
        if (index == null || lost == null) {
            return Optional.empty();
        }
        var mapping = new Mapping(environment, Unmatched.Kind.ALERT, lost, index.nearest(lost));
        return Optional.of(new Unmatched(
                Unmatched.Kind.ALERT,
                environment,
                lost,
                "alert " + alert.name() + " names a model that the fleet does not have",
                mapping.line()));
    }

    /// Rows whose models run on a server together with `row`, itself included, in row order.
    public int[] sharing(int row) {
        return sharing[row].clone();
    }

    List<Facts.Known> known() {
        return known;
    }
}
