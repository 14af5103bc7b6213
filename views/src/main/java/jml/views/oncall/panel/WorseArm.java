package jml.views.oncall.panel;

import java.util.List;
import jml.core.fleet.Figure;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Standing;
import jml.core.fleet.Strain;
import jml.core.metric.Objective;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import org.jspecify.annotations.Nullable;

/// Which arm of a model an indicator is shown for: a row shows the worse one.
public final class WorseArm {
    private static final List<Arm> ARMS = List.of(Arm.CANARY, Arm.BASELINE);

    private WorseArm() {}

    /// The arm nearest to its line, or furthest beyond it, among those with enough events; the whole model when no
    /// arm is measured or the indicator has no objective.
    public static Arm of(FleetSnapshot snapshot, int row, Sli sli) {
        var objective = snapshot.model(row).objective(sli).orElse(null);
        if (objective == null || !snapshot.model(row).releasing()) {
            return Arm.ALL;
        }
        var worse = Arm.ALL;
        var most = Double.NaN;
        for (var arm : ARMS) {
            var figure = snapshot.figure(row, arm, sli);
            if (figure.measured() && !few(figure, objective)) {
                var used = Strain.use(objective, figure.value());
                if (Double.isNaN(most) || used > most) {
                    worse = arm;
                    most = used;
                }
            }
        }
        return worse;
    }

    /// Whether there are too few events to say anything; never when nobody counts them.
    public static boolean few(Figure figure, @Nullable Objective objective) {
        return objective != null
                && objective.minSamples() > 0
                && figure.samples() >= 0
                && figure.samples() < objective.minSamples();
    }

    /// Whether this indicator's miss decided the state: few events can be enough when nearly all of them are bad, and
    /// then their figure is what a person must see.
    public static boolean missedBeyondDoubt(Standing standing, Sli sli) {
        return standing.sli() == sli && standing.cause() == Standing.Cause.OBJECTIVE_MISSED;
    }

    /// The indicator that says most about a model: the one that decided its state, else the one nearest to its line.
    public static Sli telling(FleetSnapshot snapshot, int row) {
        var decided = snapshot.standing(row).sli();
        if (decided != null) {
            return decided;
        }
        ModelFacts facts = snapshot.model(row);
        var telling = Sli.LATENCY_P95;
        var most = Double.NEGATIVE_INFINITY;
        for (var objective : facts.objectives()) {
            var figure = snapshot.figure(row, of(snapshot, row, objective.sli()), objective.sli());
            if (figure.measured() && Strain.use(objective, figure.value()) > most) {
                telling = objective.sli();
                most = Strain.use(objective, figure.value());
            }
        }
        return telling;
    }
}
