package jml.connectors.kubernetes.act;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import jml.core.act.Effect;
import jml.core.act.Sighting;
import jml.core.act.WorkloadAct;
import jml.core.act.WorkloadAct.Verb;
import jml.core.release.Rollout;

/// How far an act has come, from what the API server holds now and what was seen before it was sent. Knows nothing of
/// whether or when it was sent.
final class Effects {
    private final WorkloadAct act;
    private final Sighting before;
    private final WorkloadState state;
    private final Facts facts;
    private final FieldOwners owners;
    private final boolean marked;
    private final RolloutEffect release;

    private Effects(WorkloadAct act, Sighting before, WorkloadState state, Instant now) {
        this.act = act;
        this.before = before;
        this.state = state;
        this.facts = new Facts(now);
        this.owners = new FieldOwners(state.object());
        this.marked = state.lastAct().equals(act.id().toString());
        this.release = new RolloutEffect(state, before, now);
    }

    static Effect of(WorkloadAct act, Sighting before, WorkloadState state, Instant now) {
        return new Effects(act, before, state, now).effect();
    }

    private Effect effect() {
        return switch (act.verb()) {
            case Verb.Promote promote -> release.promoted(promote);
            case Verb.PromoteFully fully -> release.promotedFully(fully.hash());
            case Verb.Abort abort -> release.aborted(abort.hash());
            case Verb.Retry retry -> release.retried(retry.hash());
            case Verb.Undo undo -> state.isRollout() ? release.broughtBack(undo.hash(), marked) : replaced(undo.hash());
            case Verb.Pause _ -> paused(true);
            case Verb.Resume _ -> paused(false);
            case Verb.Restart restart -> restarted(restart.at().truncatedTo(ChronoUnit.SECONDS));
            case Verb.Scale scale -> scaled(scale.replicas());
            case Verb.SetWeight _ -> facts.absent("no weight can be set here");
        };
    }

    private Effect paused(boolean wanted) {
        if (state.paused() == wanted) {
            facts.tell(wanted ? "It is paused" : "It goes on", "", true);
            facts.tell("Controller saw it", "", current());
            return facts.effect();
        }
        return marked
                ? facts.undone((wanted ? "resumed" : "paused again") + ", by " + owners.who("spec/paused"))
                : facts.absent(wanted ? "it is not paused" : "it is still paused");
    }

    private Effect replaced(String hash) {
        if (!state.current().equals(hash)) {
            if (!marked) {
                return state.current().equals(before.notes().getOrDefault("current", state.current()))
                        ? facts.absent("the template is as it was")
                        : facts.undone("another version, " + state.word(state.current()) + ", took its place");
            }
            if (current()) {
                return facts.undone("the template was changed again, by " + owners.who("spec/template"));
            }
        }
        facts.tell("The template is that of " + state.word(hash), "", true);
        facts.tell("Controller saw it", "", current() && state.current().equals(hash));
        return rolledOut(hash);
    }

    private Effect rolledOut(String hash) {
        facts.ready(state.word(hash), state.ready(hash), state.replicas());
        var progress = state.progress();
        facts.tell(
                "Nothing else runs",
                progress == null ? "" : progress.message(),
                current() && progress != null && progress.phase() == Rollout.Phase.HEALTHY);
        return facts.effect();
    }

    private Effect restarted(Instant at) {
        var spec = state.object().path("spec");
        var written = state.isRollout()
                ? spec.path("restartAt").asText("")
                : spec.path("template")
                        .path("metadata")
                        .path("annotations")
                        .path(Marks.RESTARTED)
                        .asText("");
        if (!written.equals(at.toString())) {
            return marked
                    ? facts.undone("restarted again or undone, by "
                            + owners.who(state.isRollout() ? "spec/restartAt" : "spec/template"))
                    : facts.absent("no restart at that time is asked of it");
        }
        facts.tell("The restart is asked of it", written, true);
        facts.tell("Controller saw it", "", current());
        if (!state.isRollout()) {
            return rolledOut(state.current());
        }
        facts.tell(
                "Every pod is newer",
                "",
                state.status().path("restartedAt").asText("").equals(written));
        facts.tell("Its pods are ready", readyOf(state.replicas()), ready() >= state.replicas());
        return facts.effect();
    }

    private Effect scaled(int wanted) {
        int replicas = state.replicas();
        if (replicas != wanted) {
            return String.valueOf(replicas).equals(before.notes().getOrDefault("replicas", ""))
                    ? facts.absent("it has " + replicas + " replicas, as before")
                    : facts.undone("scaled to " + replicas + ", by " + owners.who("spec/replicas"));
        }
        facts.tell("The replicas are set", before.notes().getOrDefault("replicas", "?") + " → " + wanted, true);
        facts.tell("Controller saw it", "", current());
        facts.tell("Its pods are ready", readyOf(wanted), ready() == wanted);
        return facts.effect();
    }

    private String readyOf(int wanted) {
        return ready() + "/" + wanted;
    }

    private int ready() {
        return state.status().path("readyReplicas").asInt();
    }

    private boolean current() {
        var progress = state.progress();
        return progress != null && progress.current();
    }
}
