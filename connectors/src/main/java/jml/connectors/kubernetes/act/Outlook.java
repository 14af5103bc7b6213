package jml.connectors.kubernetes.act;

import static jml.connectors.kubernetes.act.WorkloadState.percent;

import java.util.ArrayList;
import java.util.List;
import jml.core.act.DryRun.Kind;
import jml.core.act.DryRun.Line;
import jml.core.act.WorkloadAct;
import jml.core.act.WorkloadAct.Verb;
import jml.core.release.Rollout.Step;

/// What the controller is expected to do once a change is in: nobody can try that out, so it is told apart from what
/// the server answered.
final class Outlook {
    private final WorkloadState state;
    private final String current;
    private final String stable;
    private final List<Line> lines = new ArrayList<>();

    private Outlook(WorkloadState state) {
        this.state = state;
        this.current = state.word(state.current());
        this.stable = state.word(state.stable());
    }

    /// One sentence or two for the head of a panel.
    static String sentence(WorkloadAct act, WorkloadState state) {
        var outlook = new Outlook(state);
        return switch (act.verb()) {
            case Verb.Promote _ -> outlook.promoted();
            case Verb.PromoteFully _ ->
                outlook.current
                        + " takes all traffic at once; the steps, holds and analyses that are left are skipped.";
            case Verb.Pause _ -> "Nothing moves on until somebody resumes it; traffic stays as it is.";
            case Verb.Resume _ -> "It goes on from where it was paused.";
            case Verb.Abort _ ->
                outlook.current + " stops serving. " + outlook.stable + outlook.growth() + " all traffic.";
            case Verb.Retry _ -> "The rollout of " + outlook.current + " begins again at its first step.";
            case Verb.Undo undo -> outlook.undone(undo.hash());
            case Verb.SetWeight _ -> "The weight cannot be set here.";
            case Verb.Restart _ -> "Every pod is replaced by a new one of the same version, a few at a time.";
            case Verb.Scale scale -> outlook.scaled(scale.replicas());
        };
    }

    /// Weights and pods before and after, each line predicted.
    static List<Line> lines(WorkloadAct act, WorkloadState state) {
        var outlook = new Outlook(state);
        switch (act.verb()) {
            case Verb.Abort _ -> outlook.toStable();
            case Verb.Promote _ -> outlook.weights(outlook.nextWeight());
            case Verb.PromoteFully _ -> outlook.weights(1);
            case Verb.Scale scale -> outlook.pods(outlook.current, state.replicas(), scale.replicas());
            case Verb.Undo undo -> outlook.template(undo.hash());
            case Verb.Pause _, Verb.Resume _, Verb.Retry _, Verb.Restart _, Verb.SetWeight _ -> {}
        }
        return List.copyOf(outlook.lines);
    }

    private String growth() {
        int now = state.ready(state.stable());
        return now < state.replicas()
                ? " grows from " + now + " to " + WorkloadState.pods(state.replicas()) + ", then takes"
                : " takes";
    }

    private String promoted() {
        double next = nextWeight();
        if (next >= 1) {
            return current + " takes all traffic; " + stable + " stops serving.";
        }
        return current + " goes from " + percent(state.weight()) + " to " + percent(next) + " of traffic.";
    }

    private double nextWeight() {
        var progress = state.progress();
        return progress == null ? 1 : weightAfter(progress.steps(), state.step());
    }

    /// What the plan asks for after the pause at `step` ends, until it waits again: all when it waits no more.
    static double weightAfter(List<Step> steps, int step) {
        double weight = Double.NaN;
        for (int i = step + 1; i < steps.size(); i++) {
            var next = steps.get(i);
            if (next.kind() == Step.Kind.SET_WEIGHT) {
                weight = next.weight();
            } else if (next.kind() != Step.Kind.OTHER) {
                return Double.isNaN(weight) ? before(steps, step) : weight;
            }
        }
        return 1;
    }

    private static double before(List<Step> steps, int step) {
        for (int i = Math.min(step, steps.size() - 1); i >= 0; i--) {
            if (steps.get(i).kind() == Step.Kind.SET_WEIGHT) {
                return steps.get(i).weight();
            }
        }
        return 0;
    }

    private String undone(String hash) {
        var target = state.word(hash);
        if (!state.isRollout()) {
            return target + " replaces " + current + ", pod by pod, until it has "
                    + WorkloadState.pods(state.replicas()) + ".";
        }
        if (hash.equals(state.stable())) {
            return "The template becomes that of " + target + ", which serves already; " + current + " ends.";
        }
        return target + " goes through the steps of the plan and serves when they are done; until then " + stable
                + " serves.";
    }

    private String scaled(int replicas) {
        return replicas == 0
                ? "Nothing serves any more: " + WorkloadState.pods(state.replicas()) + " end."
                : "It goes from " + state.replicas() + " to " + WorkloadState.pods(replicas) + ".";
    }

    private void toStable() {
        weights(0);
        pods(stable, state.ready(state.stable()), state.replicas());
        pods(current, state.desired(state.current()), 0);
    }

    private void template(String hash) {
        removed("template of " + current);
        added("template of " + state.word(hash));
        if (state.isRollout() && hash.equals(state.stable())) {
            toStable();
        }
    }

    private void weights(double newest) {
        removed("traffic " + current + " " + percent(state.weight()));
        added("traffic " + current + " " + percent(newest));
        if (!state.current().equals(state.stable())) {
            removed("traffic " + stable + " " + percent(1 - state.weight()));
            added("traffic " + stable + " " + percent(1 - newest));
        }
    }

    private void pods(String version, int from, int to) {
        if (from != to) {
            removed(version + " " + WorkloadState.pods(from));
            added(version + " " + WorkloadState.pods(to));
        }
    }

    private void removed(String text) {
        lines.add(new Line(Kind.REMOVED, text, true));
    }

    private void added(String text) {
        lines.add(new Line(Kind.ADDED, text, true));
    }
}
