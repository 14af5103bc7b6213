package jml.gameday.act;

import java.util.List;
import java.util.Optional;
import jml.core.act.Check;
import jml.core.act.Check.Subject;
import jml.core.act.WorkloadAct;
import jml.core.act.WorkloadAct.Verb;
import org.jspecify.annotations.Nullable;

/// Why an act makes no sense on a workload as it stands, with what to do instead.
final class WorkloadObstacles {
    private final WorkloadState state;

    private WorkloadObstacles(WorkloadState state) {
        this.state = state;
    }

    static Optional<Check> of(WorkloadAct act, WorkloadState state) {
        var obstacles = new WorkloadObstacles(state);
        return Optional.ofNullable(
                switch (act.verb()) {
                    case Verb.Scale _, Verb.Restart _ -> null;
                    case Verb.Pause _ -> state.paused() ? stops("it is paused already") : null;
                    case Verb.Resume _ -> state.paused() ? null : stops("nobody has paused it");
                    case Verb.SetWeight set -> obstacles.weight(set.hash());
                    case Verb.Promote promote -> obstacles.promote(promote);
                    case Verb.PromoteFully fully -> obstacles.underWay(fully.hash());
                    case Verb.Abort abort -> obstacles.abort(abort.hash());
                    case Verb.Retry retry -> obstacles.retry(retry.hash());
                    case Verb.Undo undo -> obstacles.undo(undo.hash());
                });
    }

    private @Nullable Check weight(String hash) {
        return state.isRollout()
                ? underWay(hash)
                : stops(
                        "a Deployment has no traffic weights: its pods share traffic evenly",
                        "Scale the tracks instead");
    }

    private @Nullable Check underWay(String hash) {
        if (!state.isRollout()) {
            return stops("a Deployment has no steps: it replaces its pods by itself");
        }
        var newest = newest(hash);
        if (newest != null) {
            return newest;
        }
        if (!state.setup().releasing()) {
            return state.aborted()
                    ? stops("it was aborted", "Retry it first")
                    : stops(state.word(hash) + " serves all traffic already");
        }
        return state.paused() ? stops("a person has paused it", "Resume it first") : null;
    }

    private @Nullable Check newest(String hash) {
        return state.current().equals(hash)
                ? null
                : stops("template " + hash + " is not the newest any more: " + state.word(state.current()) + " is");
    }

    private @Nullable Check promote(Verb.Promote promote) {
        var general = underWay(promote.hash());
        if (general != null) {
            return general;
        }
        if (state.pause().isEmpty()) {
            return stops("it is not waiting: step " + (state.step() + 1) + " is under way");
        }
        return state.step() == promote.step() ? null : stops("step was " + promote.step() + ", is " + state.step());
    }

    private @Nullable Check abort(String hash) {
        if (!state.isRollout()) {
            return stops(
                    "a Deployment cannot be aborted: it has no stable version to go back to",
                    "Bring back the earlier template instead");
        }
        var newest = newest(hash);
        if (newest != null) {
            return newest;
        }
        if (state.aborted()) {
            return stops("it is aborted already");
        }
        return state.setup().releasing()
                ? null
                : stops(
                        state.word(hash) + " is fully promoted: there is nothing to abort",
                        "Bring back the earlier template instead");
    }

    private @Nullable Check retry(String hash) {
        if (!state.isRollout()) {
            return stops("a Deployment has nothing to retry");
        }
        var newest = newest(hash);
        return newest != null ? newest : state.aborted() ? null : stops("it is not aborted");
    }

    private @Nullable Check undo(String hash) {
        if (state.version(hash).isEmpty()) {
            return stops("template " + hash + " is not kept any more", "Deploy that version again");
        }
        return state.current().equals(hash) ? stops(state.word(hash) + " is already the template") : null;
    }

    private static Check stops(String finding, String... steps) {
        return Check.stops(Subject.TARGET, finding, List.of(steps));
    }
}
