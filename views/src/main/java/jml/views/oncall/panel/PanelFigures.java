package jml.views.oncall.panel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jml.core.fleet.Figure;
import jml.core.fleet.FigureWords;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.ModelState;
import jml.core.fleet.Presence;
import jml.core.fleet.WorseArm;
import jml.core.metric.Currency;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.text.Words;
import jml.views.kit.FigureText;

/// The four figures of the panel: the one that decided first, then the usual ones.
final class PanelFigures {
    private static final int SHOWN = 4;
    private static final List<Sli> USUAL = List.of(Sli.LATENCY_P95, Sli.SUCCESS, Sli.FIDELITY, Sli.DRIFT, Sli.TRAFFIC);

    private final FleetSnapshot snapshot;
    private final int row;
    private final Currency currency;
    private final ModelFacts facts;

    PanelFigures(FleetSnapshot snapshot, int row, Currency currency) {
        this.snapshot = snapshot;
        this.row = row;
        this.currency = currency;
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
        var arm = WorseArm.shown(snapshot, row, sli);
        var figure = snapshot.figure(row, arm, sli);
        var name = sli.title() + arm(arm);
        if (!figure.measured()) {
            return FigureText.missing(name + "\n" + why(figure.presence()));
        }
        var objective = facts.objective(sli).orElse(null);
        if (WorseArm.tooFew(snapshot, row, figure)) {
            return FigureText.tooLittle(
                    figure.samples(),
                    name + "\nneeds n " + (objective == null ? "" : Words.count(objective.minSamples())));
        }
        var text = FigureText.of(FigureWords.value(figure, currency), sli.unit(), name + "\n" + measure(figure));
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
