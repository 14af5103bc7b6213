package jml.core.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jml.core.alert.Alert;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.Environment;
import jml.core.source.SourceHealth;

/// Everything the console knows at one instant: every screen is a function of this and of what came before.
/// Immutable; safe on any thread.
///
/// @param at the instant it speaks of; ages of figures count back from here, never from the wall clock
/// @param standings one a row of the roster
/// @param alertedRows row of the roster for each alert; -1 for an alert that belongs to no model
public record FleetSnapshot(
        Instant at,
        Origin origin,
        List<Environment> environments,
        Roster roster,
        Figures figures,
        List<Standing> standings,
        List<Alert> alerts,
        int[] alertedRows,
        List<SourceHealth> sources,
        List<Unmatched> unmatched) {
    public FleetSnapshot {
        if (figures.subjects() != roster.subjects() || standings.size() != roster.size()) {
            throw new IllegalArgumentException("figures of " + figures.subjects() + " and standings of "
                    + standings.size() + " for " + roster.size() + " models");
        }
        if (alertedRows.length != alerts.size()) {
            throw new IllegalArgumentException(alertedRows.length + " rows for " + alerts.size() + " alerts");
        }
        environments = List.copyOf(environments);
        standings = List.copyOf(standings);
        alerts = List.copyOf(alerts);
        sources = List.copyOf(sources);
        unmatched = List.copyOf(unmatched);
    }

    /// The snapshot before anything is known.
    public static FleetSnapshot empty(Instant at, Origin origin) {
        return new FleetSnapshot(
                at,
                origin,
                List.of(),
                Roster.EMPTY,
                new Figures.Builder(0).build(),
                List.of(),
                List.of(),
                new int[0],
                List.of(),
                List.of());
    }

    public int size() {
        return roster.size();
    }

    public ModelFacts model(int row) {
        return roster.models().get(row);
    }

    public Standing standing(int row) {
        return standings.get(row);
    }

    /// Not measured when the model has no such arm.
    public Figure figure(int row, Arm arm, Sli sli) {
        int subject = roster.subject(row, arm);
        if (subject < 0) {
            return new Figure(sli, Double.NaN, Presence.NOT_MEASURED, -1, at);
        }
        return new Figure(
                sli,
                figures.value(subject, sli),
                figures.presence(subject, sli),
                figures.samples(subject, sli),
                at.minusSeconds(figures.ageSeconds(subject, sli)));
    }

    /// Alerts of one model, in the order of [#alerts()].
    public List<Alert> alertsOf(int row) {
        var own = new ArrayList<Alert>();
        for (int i = 0; i < alertedRows.length; i++) {
            if (alertedRows[i] == row) {
                own.add(alerts.get(i));
            }
        }
        return own;
    }
}
