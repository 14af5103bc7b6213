package jml.views.oncall.panel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jml.core.fleet.Figure;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.ModelState;
import jml.core.fleet.Presence;
import jml.core.fleet.Words;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.views.kit.FigureText;

/// The four figures of the panel: the one that decided first, then the usual ones.
final class PanelFigures {
    private static final int SHOWN = 4;
    private static final List<Sli> USUAL = List.of(Sli.LATENCY_P95, Sli.SUCCESS, Sli.FIDELITY, Sli.DRIFT, Sli.TRAFFIC);

    private final FleetSnapshot snapshot;
    private final int row;
    private final ModelFacts facts;

    PanelFigures(FleetSnapshot snapshot, int row) {
        this.snapshot = snapshot;
        this.row = row;
        this.facts = snapshot.model(row);
    }

    List<FigureText> of(Sli telling) {
        var slis = new ArrayList<Sli>();
        slis.add(telling);
        USUAL.stream().filter(sli -> sli != telling).limit(SHOWN - 1).forEach(slis::add);
        return slis.stream().map(this::figure).toList();
    }

    private FigureText figure(Sli sli) {
        var standing = snapshot.standing(row);
        var arm = standing.sli() == sli ? standing.arm() : WorseArm.of(snapshot, row, sli);
        var figure = snapshot.figure(row, arm, sli);
        var name = sli.title() + arm(arm);
        if (!figure.measured()) {
            return FigureText.missing(name + "\n" + why(figure.presence()));
        }
        var objective = facts.objective(sli).orElse(null);
        if (WorseArm.few(figure, objective) && !WorseArm.missedBeyondDoubt(standing, sli)) {
            return FigureText.tooLittle(
                    figure.samples(),
                    name + "\nneeds n " + (objective == null ? "" : Words.count(objective.minSamples())));
        }
        var text = FigureText.of(Words.value(figure), sli.unit(), name + "\n" + measure(figure));
        if (objective != null && !objective.holds(figure.value())) {
            text = text.looking(
                    standing.state() == ModelState.BREACHING ? FigureText.Look.BREACHING : FigureText.Look.ATTENTION);
        }
        var age = Duration.between(figure.observedAt(), snapshot.at());
        return standing.state() == ModelState.STALE
                ? new FigureText(
                        text.value(), text.unit(), name + "\n" + Words.age(age) + " old", FigureText.Look.STALE)
                : text;
    }

    private String arm(Arm arm) {
        return switch (arm) {
            case ALL -> "";
            case BASELINE -> " " + Words.version(facts.version());
            case CANARY -> " " + Words.version(facts.candidate());
        };
    }

    private static String measure(Figure figure) {
        if (figure.presence() == Presence.SHARED) {
            return figure.sli() == Sli.COST ? "share of a server" : "of a shared server";
        }
        return Words.age(figure.sli().window()) + samples(figure);
    }

    private static String samples(Figure figure) {
        return figure.samples() < 0 ? "" : " · n " + Words.count(figure.samples());
    }

    private static String why(Presence presence) {
        return switch (presence) {
            case NO_DATA -> "no series";
            case NO_TRAFFIC -> "no traffic";
            case NOT_MEASURED, MEASURED, OVER_RANGE, SHARED -> "not measured";
        };
    }
}
