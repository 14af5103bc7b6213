package jml.gameday;

import java.util.ArrayList;
import java.util.List;
import jml.core.alert.Alert;
import jml.core.fleet.Arm;
import jml.core.fleet.Figures;
import jml.core.fleet.ModelState;
import jml.core.fleet.Presence;
import jml.core.fleet.Roster;
import jml.core.fleet.Standing;
import jml.core.metric.Sli;
import jml.core.source.SourceHealth;
import jml.gameday.plan.Span;
import org.jspecify.annotations.Nullable;

/// Where each model stands, until core's rules are there to ask.
final class Standings {
    private Standings() {}

    static List<Standing> of(
            List<ModelRow> rows,
            double seconds,
            Span span,
            Roster roster,
            Figures figures,
            List<Alert> alerts,
            int[] alertedRows,
            List<SourceHealth> sources) {
        var standings = new ArrayList<Standing>();
        for (int row = 0; row < rows.size(); row++) {
            var now = quick(rows.get(row), seconds);
            var model = rows.get(row);
            double since = model.since(now.state(), seconds);
            standings.add(new Standing(now.state(), now.cause(), now.sli(), now.arm(), span.instant(since)));
        }
        return standings;
    }

    record Quick(
            ModelState state,
            Standing.Cause cause,
            @Nullable Sli sli,
            Arm arm) {}

    static Quick quick(ModelRow row, double seconds) {
        var reading = row.reading(seconds);
        if (reading.stretch().silent()) {
            return new Quick(ModelState.NO_DATA, Standing.Cause.SERIES_MISSING, null, Arm.ALL);
        }
        if (reading.ageSeconds() > 60) {
            return new Quick(ModelState.STALE, Standing.Cause.SOURCE_SILENT, null, Arm.ALL);
        }
        if (!reading.stretch().setup().pausedBy().isEmpty()) {
            return new Quick(ModelState.PAUSED, Standing.Cause.ON_PURPOSE, null, Arm.ALL);
        }
        boolean few = false;
        for (var arm : Arm.values()) {
            var measures = reading.of(arm);
            for (var objective : row.model().objectives()) {
                if (measures == null || measures.presence(objective.sli()) == Presence.NOT_MEASURED) {
                    continue;
                }
                long samples = measures.samples(objective.sli());
                boolean enough = samples < 0 || samples >= objective.minSamples();
                few |= !enough && arm == Arm.CANARY && objective.sli() == Sli.FIDELITY;
                if (enough && !objective.holds(measures.value(objective.sli()))) {
                    return new Quick(ModelState.BREACHING, Standing.Cause.OBJECTIVE_MISSED, objective.sli(), arm);
                }
            }
        }
        for (var firing : row.firing(seconds, reading)) {
            return switch (firing.rule().severity()) {
                case PAGE -> new Quick(ModelState.BREACHING, Standing.Cause.PAGE_FIRING, null, Arm.ALL);
                case TICKET -> new Quick(ModelState.ATTENTION, Standing.Cause.TICKET_FIRING, null, Arm.ALL);
            };
        }
        return few
                ? new Quick(ModelState.TOO_LITTLE_DATA, Standing.Cause.FEW_EVENTS, Sli.FIDELITY, Arm.CANARY)
                : new Quick(ModelState.HEALTHY, Standing.Cause.ALL_WELL, null, Arm.ALL);
    }
}
