package jml.core.fleet;

import java.util.List;
import jml.core.metric.Objective;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import org.jspecify.annotations.Nullable;

/// Which arm of a model an indicator is shown for: a row shows the worse one.
public final class WorseArm {
    private static final List<Arm> ARMS = List.of(Arm.CANARY, Arm.BASELINE);

    private WorseArm() {}

    /// The arm that a screen or a table shows: the one that decided the state when this indicator did, so that the
    /// figure is the one its sentence speaks of; else the worse one.
    public static Arm shown(FleetSnapshot snapshot, int row, Sli sli) {
        var standing = snapshot.standing(row);
        return standing.sli() == sli ? standing.arm() : of(snapshot, row, sli);
    }

    /// Whether the count of events stands in place of the figure, because they are too few to say anything.
    public static boolean tooFew(FleetSnapshot snapshot, int row, Figure figure) {
        var objective = snapshot.model(row).objective(figure.sli()).orElse(null);
        return figure.measured() && few(figure, objective) && !missedBeyondDoubt(snapshot.standing(row), figure.sli());
    }

    /// The arm nearest to its line, or furthest beyond it, among those with enough events; the whole model when no
    /// arm is measured or the indicator has no objective.
    private static Arm of(FleetSnapshot snapshot, int row, Sli sli) {
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
    private static boolean few(Figure figure, @Nullable Objective objective) {
        return objective != null
                && objective.minSamples() > 0
                && figure.samples() >= 0
                && figure.samples() < objective.minSamples();
    }

    /// Whether this indicator's miss decided the state: few events can be enough when nearly all of them are bad, and
    /// then their figure is what a person must see.
    private static boolean missedBeyondDoubt(Standing standing, Sli sli) {
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
