package jml.engine.act;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import jml.core.fleet.FigureWords;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Keeping;
import jml.core.metric.Currency;
import jml.core.metric.Objective;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import org.jspecify.annotations.Nullable;

/// Whether the indicators that missed their objectives keep them again. Shown each snapshot once, in order; the
/// snapshots' own time counts, and a gap between them proves nothing.
final class Recovery {
    private static final Duration LONGEST_GAP = Duration.ofSeconds(90);

    private final ModelKey model;
    private final List<Sli> slis;
    private @Nullable Instant keptSince;
    private @Nullable Instant last;
    private String figures = "";

    Recovery(ModelKey model, List<String> slis) {
        this.model = model;
        this.slis = slis.stream().flatMap(id -> Sli.of(id).stream()).toList();
    }

    /// Ids of the indicators whose objective some arm of the model misses now.
    static List<String> missed(FleetSnapshot snapshot, ModelKey model) {
        var row = snapshot.roster().row(model);
        if (row.isEmpty()) {
            return List.of();
        }
        var missed = new ArrayList<String>();
        for (var objective : snapshot.model(row.getAsInt()).objectives()) {
            // Money and headroom outside their line are no outage that an act could end.
            if (objective.sli() == Sli.COST || objective.sli() == Sli.UTILISATION) {
                continue;
            }
            for (var arm : Arm.values()) {
                if (Keeping.of(snapshot, row.getAsInt(), arm, objective) == Keeping.MISSED) {
                    missed.add(objective.sli().id());
                    break;
                }
            }
        }
        return missed;
    }

    boolean nothingToRecover() {
        return slis.isEmpty();
    }

    void see(FleetSnapshot snapshot) {
        var before = last;
        if (before != null && !snapshot.at().isAfter(before)) {
            return;
        }
        last = snapshot.at();
        boolean gap = before != null && Duration.between(before, snapshot.at()).compareTo(LONGEST_GAP) > 0;
        if (!kept(snapshot)) {
            keptSince = null;
        } else if (keptSince == null || gap) {
            keptSince = snapshot.at();
        }
    }

    /// How long all of them have been kept without a gap.
    Duration steady() {
        var since = keptSince;
        return since == null ? Duration.ZERO : Duration.between(since, Objects.requireNonNull(last));
    }

    /// "fidelity", "fidelity and p95".
    String names() {
        return slis.stream().map(Sli::title).collect(Collectors.joining(" and "));
    }

    /// Where they stand: "fidelity 91.2%, objective 97%".
    String figures() {
        return figures;
    }

    private boolean kept(FleetSnapshot snapshot) {
        var row = snapshot.roster().row(model);
        if (row.isEmpty()) {
            figures = "the model is no longer in the fleet";
            return false;
        }
        var words = new ArrayList<String>();
        boolean all = true;
        for (var sli : slis) {
            var objective = snapshot.model(row.getAsInt()).objective(sli);
            if (objective.isPresent()) {
                all &= Keeping.of(snapshot, row.getAsInt(), Arm.ALL, objective.get()) == Keeping.KEPT;
                words.add(words(snapshot, row.getAsInt(), objective.get()));
            }
        }
        figures = String.join("; ", words);
        return all;
    }

    private static String words(FleetSnapshot snapshot, int row, Objective objective) {
        var figure = snapshot.figure(row, Arm.ALL, objective.sli());
        var name = objective.sli().title();
        if (!figure.measured()) {
            return name + " is not measured now";
        }
        return name + " " + FigureWords.spoken(figure, Currency.UNKNOWN) + ", objective "
                + FigureWords.spoken(objective.sli(), objective.line(figure.value()), Currency.UNKNOWN);
    }
}
