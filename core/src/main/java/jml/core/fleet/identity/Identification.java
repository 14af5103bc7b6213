package jml.core.fleet.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import jml.core.alert.Alert;
import jml.core.fleet.Objectives;
import jml.core.fleet.Roster;
import jml.core.fleet.Unmatched;
import jml.core.metric.LabelSet;
import jml.core.metric.MetricPreset;
import jml.core.model.Arm;
import org.jspecify.annotations.Nullable;

/// Which model everything belongs to. Immutable towards its users; safe on any thread.
public final class Identification {
    private final Run run;
    private final Roster roster;
    private final List<Unmatched> unmatched;
    private final Map<String, Map<String, Integer>> rowsOfSeries;
    private final Map<String, Map<String, int[]>> rowsOfServers;
    private final Map<String, NameIndex> names;
    private final Map<Question, Map<LabelSet, Integer>> answered;

    private record Question(String environment, String preset, boolean byArm) {}

    /// @param rowsOfSeries by environment and [Place#key(SeriesRules.Name)]
    /// @param rowsOfServers likewise, for series that measure a server of several models
    Identification(
            Run run,
            Roster roster,
            List<Unmatched> unmatched,
            Map<String, Map<String, Integer>> rowsOfSeries,
            Map<String, Map<String, int[]>> rowsOfServers) {
        this.run = run;
        this.roster = roster;
        this.unmatched = List.copyOf(unmatched);
        this.rowsOfSeries = Map.copyOf(rowsOfSeries);
        this.rowsOfServers = Map.copyOf(rowsOfServers);
        this.names = new ConcurrentHashMap<>();
        this.answered = new ConcurrentHashMap<>();
    }

    private Identification(Identification before, Run run, Roster roster) {
        this.run = run;
        this.roster = roster;
        this.unmatched = before.unmatched;
        this.rowsOfSeries = before.rowsOfSeries;
        this.rowsOfServers = before.rowsOfServers;
        this.names = before.names;
        boolean same = roster.sameLayout(before.roster) && run.sameSides(before.run);
        this.answered = same ? before.answered : new ConcurrentHashMap<>();
    }

    /// The same with other counts of workloads; null when something changed by which anything is recognised.
    @Nullable
    Identification recounted(IdentityRules rules, Objectives objectives, Observed now) {
        var again = run.recounted(rules, objectives, now);
        if (again == null || again.equals(run)) {
            return again == null ? null : this;
        }
        var facts = new ArrayList<>(roster.models());
        for (int row = 0; row < facts.size(); row++) {
            var fresh = again.rows().get(row).known().facts();
            if (!facts.get(row).equals(fresh)) {
                facts.set(row, fresh);
            }
        }
        return new Identification(this, again, roster.with(facts));
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

    /// Rows of the models that share the server a series measures; empty when it measures one model's server or none.
    /// How much of the server is in use is true for each of them, and what it costs is split ([Sharing]). Whose the
    /// requests are, such a series does not tell.
    public int[] sharing(String environment, MetricPreset preset, LabelSet labels) {
        var name = SeriesRules.Name.of(preset, labels);
        var rows = name == null
                ? null
                : rowsOfServers.getOrDefault(environment, Map.of()).get(Place.key(name));
        return rows == null ? new int[0] : rows.clone();
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
        var model = run.rows().get(row).known();
        var arm = model.served().arm(preset, labels, model.versions());
        return arm == null || arm == Arm.ALL ? -1 : roster.subject(row, arm);
    }

    /// Row of the model an alert is about; -1 when it names none.
    public int row(String environment, Alert alert) {
        return names(environment).row(alert);
    }

    private NameIndex names(String environment) {
        return names.computeIfAbsent(environment, run::names);
    }

    /// Empty when the alert belongs to a model, or names nothing that could be one.
    public Optional<Unmatched> unmatched(String environment, Alert alert) {
        var names = names(environment);
        var lost = names.row(alert) >= 0 ? null : names.lost(alert);
        if (lost == null) {
            return Optional.empty();
        }
        var mapping = new Mapping(environment, Unmatched.Kind.ALERT, lost, names.nearest(lost));
        return Optional.of(new Unmatched(
                Unmatched.Kind.ALERT,
                environment,
                lost,
                "alert " + alert.name() + " names a model that the fleet does not have",
                mapping.line()));
    }

    Naming naming() {
        return run.naming();
    }
}
