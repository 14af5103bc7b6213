package jml.connectors.kubernetes.act;

import static jml.connectors.kubernetes.act.WorkloadState.percent;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import jml.core.act.Effect;
import jml.core.act.Sighting;
import jml.core.act.WorkloadAct.Verb;
import jml.core.release.Rollout;

/// How far an act on the release of an Argo Rollout has come: one that moves it along its steps or takes it back.
final class RolloutEffect {
    // Argo 1.9.1 can miss an abort that arrives as a pause begins; otherwise it answers within a second.
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final double SHARE = 0.005;

    private final WorkloadState state;
    private final Sighting before;
    private final Instant now;
    private final Facts facts;
    private final FieldOwners owners;

    RolloutEffect(WorkloadState state, Sighting before, Instant now) {
        this.state = state;
        this.before = before;
        this.now = now;
        this.facts = new Facts(now);
        this.owners = new FieldOwners(state.object());
    }

    Effect promoted(Verb.Promote promote) {
        if (elsewhere(promote.hash())) {
            return another();
        }
        if (state.aborted()) {
            return facts.undone("aborted, by " + owners.who("status/abort"));
        }
        boolean served = state.stable().equals(promote.hash());
        var progress = state.progress();
        if (!served && state.step() <= promote.step() && !state.pause().isEmpty()) {
            return facts.absent("it waits at the same step as before");
        }
        double wanted = progress == null ? 1 : Outlook.weightAfter(progress.steps(), promote.step());
        facts.tell("The pause ended", "step " + (promote.step() + 1) + " → " + (state.step() + 1), true);
        observed();
        facts.tell(
                state.word(promote.hash()) + " has its traffic",
                moved(state.weight()),
                served || state.weight() >= wanted - SHARE);
        if (wanted >= 1) {
            facts.ready(state.word(promote.hash()), state.ready(promote.hash()), state.replicas());
            facts.tell(state.word(promote.hash()) + " is the stable version", "", served);
        }
        return facts.effect();
    }

    Effect promotedFully(String hash) {
        if (elsewhere(hash)) {
            return another();
        }
        if (state.aborted()) {
            return facts.undone("aborted, by " + owners.who("status/abort"));
        }
        boolean served = state.stable().equals(hash);
        boolean asked = state.status().path("promoteFull").asBoolean();
        if (!served && !asked && !pastSteps()) {
            return facts.absent("it goes on step by step, as before");
        }
        facts.tell("The steps that were left are skipped", "", true);
        observed();
        facts.ready(state.word(hash), state.ready(hash), state.replicas());
        facts.tell(state.word(hash) + " has all traffic", moved(state.weight()), served || state.weight() >= 1 - SHARE);
        facts.tell(state.word(hash) + " is the stable version", "", served);
        return facts.effect();
    }

    private boolean pastSteps() {
        var progress = state.progress();
        return progress != null
                && !progress.steps().isEmpty()
                && state.step() >= progress.steps().size();
    }

    Effect aborted(String hash) {
        if (state.stable().equals(hash)) {
            return facts.undone(state.word(hash) + " was promoted instead");
        }
        if (elsewhere(hash)) {
            // Going back to the stable template ends the release as well, and the abort with it.
            return state.current().equals(state.stable()) ? backOnStable(hash) : another();
        }
        if (!state.aborted()) {
            return begunAgain()
                    ? facts.undone("the release was begun again, by " + owners.who("status/abort"))
                    : facts.absent("it is not aborted");
        }
        var arrived = owners.ours(before.at());
        facts.tell("The abort arrived", "", arrived.orElse(now));
        boolean seen = !state.status().path("abortedAt").asText("").isEmpty() && phase() == Rollout.Phase.DEGRADED;
        facts.tell("Controller stepped back", state.status().path("message").asText(""), seen);
        backOnStable(hash);
        var since = arrived.orElse(before.at());
        if (!seen && Duration.between(since, now).compareTo(PATIENCE) > 0) {
            facts.tell(
                    "The controller has not acted on it for "
                            + Duration.between(since, now).toSeconds()
                            + " s. Argo Rollouts can miss an abort as a pause begins; any change wakes it: kubectl -n "
                            + state.site().namespace() + " annotate rollout "
                            + state.site().name() + " --overwrite jml.console/wake=" + now.getEpochSecond(),
                    "",
                    false);
        }
        return facts.effect();
    }

    private Effect backOnStable(String hash) {
        int left = state.template(hash).map(WorkloadState.Template::ready).orElse(0);
        double weight = elsewhere(hash) ? 0 : state.weight();
        facts.tell(
                state.word(hash) + " has no traffic",
                moved(weight),
                weight < SHARE || (Double.isNaN(weight) && left == 0));
        facts.ready(state.word(state.stable()), state.ready(state.stable()), state.replicas());
        return facts.effect();
    }

    // It stands at an earlier step than before, or waits at the same one since later.
    private boolean begunAgain() {
        int then = stepBefore();
        return state.step() >= 0
                && (state.step() < then
                        || (state.step() == then && state.pausedSince().isAfter(before.at())));
    }

    private int stepBefore() {
        try {
            return Integer.parseInt(before.notes().getOrDefault("step", "-1"));
        } catch (NumberFormatException e) {
            return -1; // a sighting that was written down by something else
        }
    }

    Effect retried(String hash) {
        if (elsewhere(hash)) {
            return another();
        }
        if (state.aborted()) {
            return facts.absent("it is still aborted");
        }
        facts.tell("The release begins again", "step " + (state.step() + 1), true);
        observed();
        facts.tell("Controller goes on", phase().name().toLowerCase(Locale.ROOT), phase() != Rollout.Phase.DEGRADED);
        return facts.effect();
    }

    /// @param arrived whether the template was set by this act
    Effect broughtBack(String hash, boolean arrived) {
        if (elsewhere(hash)) {
            if (arrived) {
                return current()
                        ? facts.undone(
                                "the template was changed again, by " + new FieldOwners(holder()).who("spec/template"))
                        : waiting();
            }
            return state.current().equals(before.notes().getOrDefault("current", state.current()))
                    ? facts.absent("the template is as it was")
                    : another();
        }
        facts.tell("The template is that of " + state.word(hash), "", true);
        observed();
        if (state.aborted()) {
            return facts.undone("aborted, by " + owners.who("status/abort"));
        }
        boolean serves = state.stable().equals(hash);
        var waits = state.pause().isEmpty() ? "" : "waits at step " + (state.step() + 1) + " of its plan: promote it";
        facts.tell(
                state.word(hash) + " has all traffic", serves ? "100%" : percent(state.weight()) + " " + waits, serves);
        facts.ready(state.word(hash), state.ready(hash), state.replicas());
        facts.tell("Nothing else runs", "", serves && phase() == Rollout.Phase.HEALTHY);
        return facts.effect();
    }

    private JsonNode holder() {
        var deployment = state.deployment();
        return deployment == null ? state.object() : deployment;
    }

    private Effect waiting() {
        facts.tell("The template was set", "", true);
        observed();
        return facts.effect();
    }

    private void observed() {
        facts.tell("Controller saw it", "", current());
    }

    private boolean current() {
        var progress = state.progress();
        return progress != null && progress.current();
    }

    private Rollout.Phase phase() {
        var progress = state.progress();
        return progress == null ? Rollout.Phase.UNKNOWN : progress.phase();
    }

    private boolean elsewhere(String hash) {
        return !state.current().equals(hash);
    }

    private Effect another() {
        return facts.undone("another version, " + state.word(state.current()) + ", took its place");
    }

    private String moved(double weight) {
        return before.notes().getOrDefault("weight", "?") + " → " + percent(weight);
    }
}
