package jml.views.oncall;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jml.core.fleet.Figure;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.ModelState;
import jml.core.fleet.Moment;
import jml.core.fleet.Strain;
import jml.core.fleet.WorseArm;
import jml.core.metric.Objective;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.Environment;
import jml.core.release.Rollout;
import jml.views.kit.table.CellText;
import org.jspecify.annotations.Nullable;

/// Makes the rows of one environment from a moment, in the order of its roster. Pure; for a background thread.
final class OnCallRows {
    /// Part of what an objective allows, from which on a value is near its line.
    private static final double NEAR = 0.85;

    private final Moment moment;
    private final FleetSnapshot snapshot;

    private OnCallRows(Moment moment) {
        this.moment = moment;
        this.snapshot = moment.snapshot();
    }

    /// All models of the snapshot when `environment` is empty.
    static List<OnCallRow> of(Moment moment, Optional<Environment> environment) {
        var maker = new OnCallRows(moment);
        var rows = new ArrayList<OnCallRow>();
        for (var row = 0; row < maker.snapshot.size(); row++) {
            var key = maker.snapshot.model(row).key();
            if (environment.isEmpty()
                    || key.environment().equals(environment.get().name())) {
                rows.add(maker.row(row));
            }
        }
        return rows;
    }

    private OnCallRow row(int row) {
        var facts = snapshot.model(row);
        var state = snapshot.standing(row).state();
        return new OnCallRow(
                facts.key(),
                facts.owner(),
                facts.useCase(),
                state,
                state == ModelState.STALE ? youngest(row) : Duration.ZERO,
                facts.version(),
                facts.candidate(),
                facts.candidateWeight(),
                reading(row, Sli.LATENCY_P95),
                reading(row, Sli.SUCCESS),
                reading(row, Sli.FIDELITY),
                reading(row, Sli.DRIFT),
                reading(row, Sli.TRAFFIC),
                new StrainPoints(moment.recent(), row),
                needsAttention(facts, state));
    }

    /// A pause on purpose is no trouble; too little data is only when a release waits for it.
    private static boolean needsAttention(ModelFacts facts, ModelState state) {
        return switch (state) {
            case BREACHING, ATTENTION, NO_DATA, STALE -> true;
            case TOO_LITTLE_DATA -> {
                var rollout = facts.rollout();
                yield rollout != null && rollout.pause() == Rollout.PauseReason.INCONCLUSIVE;
            }
            case PAUSED, HEALTHY -> false;
        };
    }

    private Reading reading(int row, Sli sli) {
        var objective = snapshot.model(row).objective(sli).orElse(null);
        var standing = snapshot.standing(row);
        var figure = snapshot.figure(row, WorseArm.shown(snapshot, row, sli), sli);
        return new Reading(
                sli,
                figure.value(),
                figure.presence(),
                figure.samples(),
                WorseArm.tooFew(snapshot, row, figure),
                tone(standing.state(), objective, figure));
    }

    // Only what is the trouble is coloured: a line that is missed, or the one that a model in need of attention is
    // near.
    private static CellText.Tone tone(ModelState state, @Nullable Objective objective, Figure figure) {
        if (state == ModelState.STALE) {
            return CellText.Tone.DIM;
        }
        if (objective == null || !figure.measured()) {
            return CellText.Tone.PLAIN;
        }
        if (!objective.holds(figure.value())) {
            return state == ModelState.BREACHING ? CellText.Tone.BREACHING : CellText.Tone.ATTENTION;
        }
        return state == ModelState.ATTENTION && Strain.use(objective, figure.value()) >= NEAR
                ? CellText.Tone.ATTENTION
                : CellText.Tone.PLAIN;
    }

    private Duration youngest(int row) {
        var youngest = Long.MAX_VALUE;
        for (var sli : Sli.values()) {
            if (snapshot.figure(row, Arm.ALL, sli).measured()) {
                youngest = Math.min(youngest, snapshot.figures().ageSeconds(row, sli));
            }
        }
        return youngest == Long.MAX_VALUE ? Duration.ZERO : Duration.ofSeconds(youngest);
    }
}
