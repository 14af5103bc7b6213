package jml.core.fleet;

import java.time.Instant;
import jml.core.metric.Objective;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.release.Rollout;
import org.jspecify.annotations.Nullable;

/// All that speaks for or against one model at one instant.
final class Evidence {
    private final Roster roster;
    private final Figures figures;
    private final int row;
    private final ModelFacts facts;
    private final Freshness.Metrics metrics;
    private final @Nullable Instant page;
    private final @Nullable Instant ticket;

    /// @param page when the oldest page began that fires; null when none does
    /// @param ticket when the oldest ticket began; null when there is none
    Evidence(
            Roster roster,
            Figures figures,
            int row,
            Freshness freshness,
            @Nullable Instant page,
            @Nullable Instant ticket) {
        this.roster = roster;
        this.figures = figures;
        this.row = row;
        this.facts = roster.models().get(row);
        this.metrics = freshness.of(facts.key().environment());
        this.page = page;
        this.ticket = ticket;
    }

    Finding finding() {
        var breach = breach();
        if (breach != null) {
            return breach;
        }
        var attention = attention();
        if (attention != null) {
            return attention;
        }
        if (asleep()) {
            return Finding.of(ModelState.PAUSED, Standing.Cause.ON_PURPOSE);
        }
        var missing = missing();
        if (missing != null) {
            return missing;
        }
        return facts.pausedBy().isEmpty()
                ? Finding.of(ModelState.HEALTHY, Standing.Cause.ALL_WELL)
                : Finding.of(ModelState.PAUSED, Standing.Cause.ON_PURPOSE);
    }

    private @Nullable Finding breach() {
        Objective worst = null;
        double most = Double.NEGATIVE_INFINITY;
        for (var objective : facts.objectives()) {
            if (Verdict.breaches(objective.sli()) && missed(objective) != null) {
                double strain = strain(objective);
                if (worst == null || strain > most) {
                    worst = objective;
                    most = strain;
                }
            }
        }
        var arm = worst == null ? null : missed(worst);
        if (worst != null && arm != null) {
            return Finding.of(ModelState.BREACHING, Standing.Cause.OBJECTIVE_MISSED, worst.sli(), arm);
        }
        if (page != null) {
            return Finding.since(ModelState.BREACHING, Standing.Cause.PAGE_FIRING, page);
        }
        boolean nothingServes = facts.pods().desired() > 0 && facts.pods().ready() == 0;
        return nothingServes ? Finding.of(ModelState.BREACHING, Standing.Cause.PODS_UNWELL) : null;
    }

    /// The arm to blame for a miss; null when there is none. Both arms, or one figure for all, is the whole model.
    private @Nullable Arm missed(Objective objective) {
        boolean canary = verdict(objective, Arm.CANARY) == Verdict.MISSED;
        boolean baseline = verdict(objective, Arm.BASELINE) == Verdict.MISSED;
        if (canary != baseline) {
            return canary ? Arm.CANARY : Arm.BASELINE;
        }
        return canary || verdict(objective, Arm.ALL) == Verdict.MISSED ? Arm.ALL : null;
    }

    private double strain(Objective objective) {
        double most = 0;
        for (var arm : Arm.values()) {
            if (verdict(objective, arm) == Verdict.MISSED) {
                double strain = Strain.use(objective, figures.value(roster.subject(row, arm), objective.sli()));
                most = Double.isNaN(strain) ? most : Math.max(most, strain);
            }
        }
        return most;
    }

    private @Nullable Finding attention() {
        var rollout = facts.rollout();
        if (rollout != null
                && (rollout.phase() == Rollout.Phase.DEGRADED || rollout.pause() == Rollout.PauseReason.INCONCLUSIVE)) {
            return Finding.since(ModelState.ATTENTION, Standing.Cause.ROLLOUT_DEGRADED, rollout.since());
        }
        if (!facts.pods().problems().isEmpty()) {
            return Finding.of(ModelState.ATTENTION, Standing.Cause.PODS_UNWELL);
        }
        if (ticket != null) {
            return Finding.since(ModelState.ATTENTION, Standing.Cause.TICKET_FIRING, ticket);
        }
        for (var objective : facts.objectives()) {
            // Below its band a model wastes money at most, and every quiet night would ask for attention.
            if (!Verdict.breaches(objective.sli())
                    && verdict(objective, Arm.ALL) == Verdict.MISSED
                    && figures.value(row, objective.sli()) > objective.high()) {
                return Finding.of(ModelState.ATTENTION, Standing.Cause.OBJECTIVE_MISSED, objective.sli(), Arm.ALL);
            }
        }
        return facts.findings().isEmpty() ? null : Finding.of(ModelState.ATTENTION, Standing.Cause.FACTS_DISAGREE);
    }

    // A release that is held keeps serving; only a model without a pod has nothing to measure.
    private boolean asleep() {
        return !facts.pausedBy().isEmpty()
                && facts.pods().desired() == 0
                && facts.pods().ready() == 0;
    }

    private @Nullable Finding missing() {
        if (metrics.silent() || stale()) {
            return Finding.of(ModelState.STALE, Standing.Cause.SOURCE_SILENT);
        }
        if (nothingKnown()) {
            return Finding.of(ModelState.NO_DATA, Standing.Cause.SERIES_MISSING);
        }
        for (var verdict : new Verdict[] {Verdict.NO_DATA, Verdict.STALE}) {
            var sli = first(Arm.ALL, verdict);
            if (sli != null) {
                return verdict == Verdict.NO_DATA
                        ? Finding.of(ModelState.NO_DATA, Standing.Cause.SERIES_MISSING, sli, Arm.ALL)
                        : Finding.of(ModelState.STALE, Standing.Cause.SOURCE_SILENT, sli, Arm.ALL);
            }
        }
        for (var arm : new Arm[] {Arm.ALL, Arm.CANARY}) {
            var idle = first(arm, Verdict.NO_TRAFFIC);
            var sli = idle != null ? idle : first(arm, Verdict.TOO_LITTLE);
            if (sli != null) {
                return Finding.of(ModelState.TOO_LITTLE_DATA, Standing.Cause.FEW_EVENTS, sli, arm);
            }
        }
        var lost = first(Arm.CANARY, Verdict.NO_DATA);
        return lost == null
                ? null
                : Finding.of(ModelState.TOO_LITTLE_DATA, Standing.Cause.SERIES_MISSING, lost, Arm.CANARY);
    }

    /// True when even the freshest figure is too old to speak of now.
    private boolean stale() {
        boolean any = false;
        for (var sli : Sli.values()) {
            var presence = figures.presence(row, sli);
            if (presence.own()) {
                if (figures.ageSeconds(row, sli) <= metrics.freshSeconds()) {
                    return false;
                }
                any = true;
            }
        }
        return any;
    }

    // What is measured beside the objectives says nothing about health.
    private boolean nothingKnown() {
        boolean judged = false;
        for (var objective : facts.objectives()) {
            if (Verdict.breaches(objective.sli())) {
                judged = true;
                var verdict = verdict(objective, Arm.ALL);
                if (verdict != Verdict.ABSENT && verdict != Verdict.NO_DATA) {
                    return false;
                }
            }
        }
        return judged || !anyMeasured();
    }

    private boolean anyMeasured() {
        for (var sli : Sli.values()) {
            var presence = figures.presence(row, sli);
            if (presence.own()) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Sli first(Arm arm, Verdict verdict) {
        for (var objective : facts.objectives()) {
            if (Verdict.breaches(objective.sli()) && verdict(objective, arm) == verdict) {
                return objective.sli();
            }
        }
        return null;
    }

    private Verdict verdict(Objective objective, Arm arm) {
        int subject = roster.subject(row, arm);
        return subject < 0 ? Verdict.ABSENT : Verdict.of(objective, figures, subject, metrics.freshSeconds());
    }
}
