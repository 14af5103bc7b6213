package jml.engine.approval;

import jml.core.act.Proposal;
import jml.core.act.WorkloadAct;
import jml.core.fleet.ModelFacts;
import jml.core.release.Rollout;
import org.jspecify.annotations.Nullable;

/// How far a proposal brings a version.
final class ForwardStep {
    private ForwardStep() {}

    /// True when a version gets, or may come to get, traffic that it does not have.
    static boolean takesTraffic(Proposal proposal) {
        return switch (proposal.purpose()) {
            case PROMOTE, PROMOTE_FULLY, RESUME, RETRY, SET_WEIGHT, MOVE_ALIAS ->
                !proposal.to().isEmpty();
            case ROLL_BACK, PAUSE, RESTART, SCALE, TAG, SILENCE, EXTEND_SILENCE, EXPIRE_SILENCE -> false;
        };
    }

    /// Percent of traffic afterwards, 1 to 100. What goes on by itself is taken at its end.
    static int weight(Proposal proposal, ModelFacts facts) {
        return switch (proposal.purpose()) {
            case PROMOTE -> next(facts.rollout());
            case SET_WEIGHT ->
                proposal.acts().stream()
                        .map(act -> act instanceof WorkloadAct workload ? workload.verb() : null)
                        .map(verb -> verb instanceof WorkloadAct.Verb.SetWeight set ? percent(set.weight()) : 100)
                        .findFirst()
                        .orElse(100);
            default -> 100;
        };
    }

    // After the step that is ended the plan goes on until something holds it again.
    private static int next(@Nullable Rollout rollout) {
        if (rollout == null) {
            return 100;
        }
        double weight = Double.NaN;
        var steps = rollout.steps();
        for (int i = rollout.step() + 1; i < steps.size(); i++) {
            var step = steps.get(i);
            if (step.kind() == Rollout.Step.Kind.SET_WEIGHT) {
                weight = step.weight();
            } else if (Double.isFinite(weight) && step.kind() == Rollout.Step.Kind.PAUSE) {
                return percent(weight);
            }
        }
        return 100;
    }

    private static int percent(double weight) {
        return Math.clamp(Math.round(100 * weight), 1, 100);
    }
}
