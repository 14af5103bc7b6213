package jml.core.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jml.core.alert.Alert;
import jml.core.model.ModelKey;
import jml.core.source.SourceHealth;
import org.jspecify.annotations.Nullable;

/// Says where each model stands. Pure: the same input gives the same standings.
///
/// In order: an objective missed or a page firing or nothing serving is a breach; an unwell rollout, unwell pods, a
/// ticket, money outside its line and facts that disagree ask for attention; a model asleep on purpose is paused;
/// then silence of the source, missing series, too few events, a release held on purpose, and health. The worse arm
/// counts. Silenced and inhibited alerts do not.
public final class StandingRules {
    private StandingRules() {}

    /// One standing a row of the roster.
    ///
    /// @param alertedRows row of the roster for each alert; -1 for none
    /// @param previous the snapshot before: a state that stays keeps its `since`
    public static List<Standing> stand(
            Instant at,
            Roster roster,
            Figures figures,
            List<Alert> alerts,
            int[] alertedRows,
            List<SourceHealth> sources,
            FleetSnapshot previous) {
        var freshness = new Freshness(at, sources);
        var pages = new @Nullable Instant[roster.size()];
        var tickets = new @Nullable Instant[roster.size()];
        for (int i = 0; i < alertedRows.length; i++) {
            var alert = alerts.get(i);
            if (alertedRows[i] >= 0 && !alert.suppressed()) {
                var firing = alert.severity() == Alert.Severity.PAGE ? pages : tickets;
                firing[alertedRows[i]] = earlier(firing[alertedRows[i]], alert.startsAt());
            }
        }
        var standings = new ArrayList<Standing>(roster.size());
        for (int row = 0; row < roster.size(); row++) {
            var evidence = new Evidence(roster, figures, row, freshness, pages[row], tickets[row]);
            standings.add(since(evidence.finding(), at, roster.models().get(row).key(), previous));
        }
        return standings;
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    private static Standing since(Finding finding, Instant at, ModelKey key, FleetSnapshot previous) {
        var row = previous.roster().row(key);
        var before = row.isPresent() ? previous.standing(row.getAsInt()) : null;
        var told = finding.since();
        var since = told != null && told.isBefore(at) ? told : at;
        if (before != null && before.state() == finding.state()) {
            since = before.since();
        }
        return new Standing(finding.state(), finding.cause(), finding.sli(), finding.arm(), since);
    }
}
