package jml.core.fleet;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import jml.core.model.Arm;
import jml.core.model.ModelKey;

/// The models of a snapshot in row order, and which of them have arms. Subjects number what figures belong to:
/// subject `row` is the whole model, the arms of models with a release under way follow after the last row.
/// Immutable, and the same instance while the facts do not change.
public final class Roster {
    public static final Roster EMPTY = new Roster(List.of());

    private final List<ModelFacts> models;
    private final Map<ModelKey, Integer> rows;
    private final int[] firstArm;
    private final int[] rowOfPair;
    private final int subjects;

    /// @param models in row order, each key once
    public Roster(List<ModelFacts> models) {
        this.models = List.copyOf(models);
        this.rows = HashMap.newHashMap(models.size());
        this.firstArm = new int[models.size()];
        int next = models.size();
        for (int row = 0; row < firstArm.length; row++) {
            var facts = this.models.get(row);
            if (rows.put(facts.key(), row) != null) {
                throw new IllegalArgumentException("model twice in one roster: " + facts.key());
            }
            firstArm[row] = -1;
            if (facts.releasing()) {
                firstArm[row] = next;
                next += 2;
            }
        }
        this.subjects = next;
        this.rowOfPair = new int[(next - models.size()) / 2];
        for (int row = 0; row < firstArm.length; row++) {
            if (firstArm[row] >= 0) {
                rowOfPair[(firstArm[row] - models.size()) / 2] = row;
            }
        }
    }

    private Roster(Roster before, List<ModelFacts> models) {
        this.models = List.copyOf(models);
        this.rows = before.rows;
        this.firstArm = before.firstArm;
        this.rowOfPair = before.rowOfPair;
        this.subjects = before.subjects;
    }

    /// The same models with other facts; this one when nothing differs.
    ///
    /// @param facts each with the key that stands in its row here
    public Roster with(List<ModelFacts> facts) {
        boolean same = true;
        boolean sameArms = true;
        for (int row = 0; row < models.size(); row++) {
            var before = models.get(row);
            var now = facts.get(row);
            same &= before.equals(now);
            sameArms &= before.releasing() == now.releasing();
        }
        return same ? this : sameArms ? new Roster(this, facts) : new Roster(facts);
    }

    public List<ModelFacts> models() {
        return models;
    }

    public int size() {
        return models.size();
    }

    /// Rows plus arms.
    public int subjects() {
        return subjects;
    }

    public OptionalInt row(ModelKey key) {
        var row = rows.get(key);
        return row == null ? OptionalInt.empty() : OptionalInt.of(row);
    }

    /// The subject's number, or -1 when this model has no such arm now.
    public int subject(int row, Arm arm) {
        return switch (arm) {
            case ALL -> row;
            case BASELINE -> firstArm[row];
            case CANARY -> firstArm[row] < 0 ? -1 : firstArm[row] + 1;
        };
    }

    /// Row of a subject.
    public int rowOf(int subject) {
        return subject < models.size() ? subject : rowOfPair[(subject - models.size()) / 2];
    }

    /// The models that run on a server together with that of `row`, itself left out, in row order: a restart hits them
    /// too. Looks through all rows where the model shares a server at all.
    public List<ModelFacts> besides(int row) {
        var own = models.get(row);
        var servers = own.placements().stream()
                .filter(it -> it.hosted() > 1)
                .map(Placement::where)
                .collect(Collectors.toSet());
        return servers.isEmpty()
                ? List.of()
                : models.stream()
                        .filter(other -> !other.equals(own) && runsOn(other, own, servers))
                        .toList();
    }

    private static boolean runsOn(ModelFacts other, ModelFacts own, Set<String> servers) {
        return other.key().environment().equals(own.key().environment())
                && other.placements().stream().anyMatch(it -> servers.contains(it.where()));
    }

    /// True when the same models stand in the same rows.
    public boolean sameRows(Roster other) {
        return this == other || rows.equals(other.rows);
    }

    /// True when figures of one roster can be read by the other's numbers.
    public boolean sameLayout(Roster other) {
        return this == other
                || (subjects == other.subjects && rows.equals(other.rows) && Arrays.equals(firstArm, other.firstArm));
    }
}
