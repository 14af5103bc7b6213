package jml.connectors.kubernetes.act;

import java.util.List;
import java.util.Optional;
import jml.core.act.Check;
import jml.core.act.Check.Subject;
import jml.core.act.WorkloadAct;
import jml.core.act.WorkloadAct.Verb;
import org.jspecify.annotations.Nullable;

/// Why an act makes no sense on a workload as it stands, with what to do instead.
final class Obstacles {
    private final WorkloadState state;

    private Obstacles(WorkloadState state) {
        this.state = state;
    }

    /// Empty when it can be sent.
    static Optional<Check> of(WorkloadAct act, WorkloadState state) {
        var obstacles = new Obstacles(state);
        return Optional.ofNullable(
                switch (act.verb()) {
                    case Verb.SetWeight _ -> obstacles.weight();
                    case Verb.Scale _, Verb.Restart _ -> null;
                    case Verb.Pause _ -> state.paused() ? stops("it is paused already") : null;
                    case Verb.Resume _ -> obstacles.resume();
                    case Verb.Undo undo -> obstacles.undo(undo.hash());
                    case Verb.Promote promote -> obstacles.promote(promote);
                    case Verb.PromoteFully fully -> obstacles.underWay(fully.hash());
                    case Verb.Abort abort -> obstacles.abort(abort.hash());
                    case Verb.Retry retry -> obstacles.retry(retry.hash());
                });
    }

    private @Nullable Check resume() {
        if (state.paused()) {
            return null;
        }
        return state.pause().isEmpty()
                ? stops("it is not paused")
                : stops("nobody paused it: it waits at a step of its plan", "Promote it to end the pause");
    }

    private Check weight() {
        return state.isRollout()
                ? stops(
                        "Argo Rollouts follows the weights of its steps; no weight can be set by hand",
                        "Promote to the step with the weight you want, or abort",
                        "Or change spec.strategy.canary.steps in the manifest")
                : stops(
                        "a Deployment has no traffic weights: its pods share traffic evenly",
                        "Scale the tracks instead");
    }

    private @Nullable Check undo(String hash) {
        if (!state.templatesUnread().isEmpty()) {
            return stops("the earlier templates may not be read: " + state.templatesUnread());
        }
        if (state.template(hash).isEmpty()) {
            return stops(
                    "template " + hash + " is not kept any more: "
                            + (state.templates().size() <= 1
                                    ? "there is no earlier revision (revisionHistoryLimit)"
                                    : "it fell out of the revision history"),
                    "Deploy that version again from its manifest");
        }
        if (state.current().equals(hash)) {
            return stops(state.word(hash) + " is already the template");
        }
        return state.paused() && !state.isRollout()
                ? stops("it is paused: nothing would follow from a new template", "Resume it first")
                : null;
    }

    private @Nullable Check underWay(String hash) {
        if (!state.isRollout()) {
            return stops("a Deployment has no steps: it replaces its pods by itself");
        }
        if (!state.current().equals(hash)) {
            return stops("template " + hash + " is not the newest any more: " + state.word(state.current()) + " is");
        }
        if (state.stable().equals(hash)) {
            return stops(state.word(hash) + " serves all traffic already");
        }
        var progress = state.progress();
        if (progress != null && !progress.current()) {
            // The status still speaks of the template before: what is promoted might not be what was looked at.
            return stops("the controller has not seen the latest change yet", "Look again in a moment");
        }
        return state.paused() ? stops("a person has paused it", "Resume it first") : null;
    }

    private @Nullable Check promote(Verb.Promote promote) {
        var general = underWay(promote.hash());
        if (general != null) {
            return general;
        }
        if (state.aborted()) {
            return stops("it was aborted", "Retry it first");
        }
        if (state.pause().isEmpty()) {
            return stops("it is not waiting: step " + (state.step() + 1) + " is under way");
        }
        return state.step() >= 0 && state.step() != promote.step()
                ? stops("step was " + promote.step() + ", is " + state.step())
                : null;
    }

    private @Nullable Check abort(String hash) {
        if (!state.isRollout()) {
            return stops(
                    "a Deployment cannot be aborted: it has no stable version to go back to",
                    "Bring back the earlier template instead");
        }
        if (!state.current().equals(hash)) {
            return stops("template " + hash + " is not the newest any more: " + state.word(state.current()) + " is");
        }
        if (state.stable().equals(hash)) {
            return stops(
                    state.word(hash) + " is fully promoted: there is nothing to abort",
                    "Bring back the earlier template instead");
        }
        return state.aborted() ? stops("it is aborted already") : null;
    }

    private @Nullable Check retry(String hash) {
        if (!state.isRollout()) {
            return stops("a Deployment has nothing to retry");
        }
        if (!state.current().equals(hash)) {
            return stops("template " + hash + " is not the newest any more: " + state.word(state.current()) + " is");
        }
        return state.aborted() ? null : stops("it is not aborted");
    }

    private static Check stops(String finding, String... steps) {
        return Check.stops(Subject.TARGET, finding, List.of(steps));
    }
}
