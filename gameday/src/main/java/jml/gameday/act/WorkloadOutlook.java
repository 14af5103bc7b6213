package jml.gameday.act;

import static jml.gameday.act.WorkloadState.percent;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import jml.core.act.DryRun;
import jml.core.act.DryRun.Kind;
import jml.core.act.DryRun.Line;
import jml.core.act.Sighting;
import jml.core.act.WorkloadAct;
import jml.core.act.WorkloadAct.Verb;
import jml.core.text.Words;
import jml.gameday.plan.Ramp;

/// What an act on a workload would do, in words, as a difference, and as the request a cluster would get.
final class WorkloadOutlook {
    private final WorkloadAct act;
    private final WorkloadState state;
    private final String newest;
    private final String stable;
    private final List<Line> lines = new ArrayList<>();

    WorkloadOutlook(WorkloadAct act, WorkloadState state) {
        this.act = act;
        this.state = state;
        this.newest = state.word(state.current());
        this.stable = state.word(state.stable());
    }

    String sentence() {
        var setup = state.setup();
        return switch (act.verb()) {
            case Verb.Promote _ -> goes(Ramp.next(setup.weight()));
            case Verb.PromoteFully _ ->
                newest + " takes all traffic at once; the steps and holds that are left are skipped.";
            case Verb.SetWeight set -> goes(set.weight());
            case Verb.Pause _ -> "Nothing moves on until somebody resumes it; traffic stays as it is.";
            case Verb.Resume _ -> "It goes on from where it was paused.";
            case Verb.Abort _ ->
                newest + " stops serving: " + percent(setup.weight()) + " → 0% of traffic, "
                        + pods(setup.candidateReplicas()) + " of " + setup.replicas() + " end; " + stable
                        + " serves all.";
            case Verb.Retry _ -> "The rollout of " + newest + " begins again at its first step.";
            case Verb.Undo undo -> undone(state.version(undo.hash()));
            case Verb.Restart _ -> "Every pod is replaced by a new one of the same version, a few at a time.";
            case Verb.Scale scale ->
                scale.replicas() == 0
                        ? "Nothing serves any more: " + pods(setup.replicas()) + " end."
                        : "It goes from " + setup.replicas() + " to " + pods(scale.replicas()) + ".";
        };
    }

    private String goes(double weight) {
        return weight >= 1
                ? newest + " takes all traffic; " + stable + " stops serving."
                : newest + " goes from " + percent(state.setup().weight()) + " to " + percent(weight) + " of traffic.";
    }

    private String undone(String version) {
        var target = Words.version(version);
        if (version.equals(state.setup().version())) {
            return "The template becomes that of " + target + ", which serves already; " + newest + " ends.";
        }
        return state.isRollout()
                ? target + " goes through the steps of the plan and serves when they are done; until then " + stable
                        + " serves."
                : target + " replaces " + newest + ", pod by pod, until it has "
                        + pods(state.setup().replicas()) + ".";
    }

    DryRun dryRun() {
        lines.add(
                new Line(Kind.CONTEXT, act.target().kind() + " " + act.target().path(), false));
        change().forEach(it -> lines.add(new Line(Kind.ADDED, it, false)));
        var setup = state.setup();
        switch (act.verb()) {
            case Verb.Abort _ -> traffic(0);
            case Verb.Promote _ -> traffic(Ramp.next(setup.weight()));
            case Verb.PromoteFully _ -> traffic(1);
            case Verb.SetWeight set -> traffic(set.weight());
            case Verb.Scale scale -> differ("pods " + setup.replicas(), "pods " + scale.replicas());
            case Verb.Undo undo -> {
                differ("template of " + newest, "template of " + state.word(undo.hash()));
                if (setup.releasing() && undo.hash().equals(state.stable())) {
                    traffic(0);
                }
            }
            case Verb.Pause _, Verb.Resume _, Verb.Retry _, Verb.Restart _ -> {}
        }
        return new DryRun(DryRun.Answer.ACCEPTED, lines);
    }

    private void traffic(double weight) {
        var setup = state.setup();
        differ("traffic " + newest + " " + percent(setup.weight()), "traffic " + newest + " " + percent(weight));
        differ(
                "traffic " + stable + " " + percent(1 - setup.weight()),
                "traffic " + stable + " " + percent(1 - weight));
        int now = setup.candidateReplicas();
        int then = setup.withWeight(weight).candidateReplicas();
        differ(newest + " " + pods(now), newest + " " + pods(then));
        differ(stable + " " + pods(setup.replicas() - now), stable + " " + pods(setup.replicas() - then));
    }

    private void differ(String from, String to) {
        if (!from.equals(to)) {
            lines.add(new Line(Kind.REMOVED, from, true));
            lines.add(new Line(Kind.ADDED, to, true));
        }
    }

    private static String pods(int count) {
        return Words.count(count, "pod");
    }

    /// A line each: where it goes, what it asks to be unchanged, what it sets.
    List<String> request(Sighting seen) {
        var lines = new ArrayList<String>();
        var kind = state.isRollout() ? "rollouts/" : "deployments/";
        lines.add("PATCH " + kind + act.target().name() + part());
        seen.fields().forEach((name, value) -> lines.add("test " + name + " = " + value));
        change().forEach(it -> lines.add("set " + it));
        return lines;
    }

    private String part() {
        return switch (act.verb()) {
            case Verb.Abort _, Verb.Promote _, Verb.PromoteFully _, Verb.Retry _ -> "/status";
            case Verb.Scale _ -> "/scale";
            default -> "";
        };
    }

    private List<String> change() {
        return switch (act.verb()) {
            case Verb.Promote _ -> List.of("status.pauseConditions = none");
            case Verb.PromoteFully _ -> List.of("status.promoteFull = true");
            case Verb.SetWeight set -> List.of("weight = " + percent(set.weight()));
            case Verb.Pause _ -> List.of("spec.paused = true");
            case Verb.Resume _ -> List.of("spec.paused = false");
            case Verb.Abort _ -> List.of("status.abort = true");
            case Verb.Retry _ -> List.of("status.abort = false");
            case Verb.Undo undo -> List.of("spec.template = that of " + undo.hash());
            case Verb.Restart restart ->
                List.of("spec.restartAt = " + restart.at().truncatedTo(ChronoUnit.SECONDS));
            case Verb.Scale scale -> List.of("spec.replicas = " + scale.replicas());
        };
    }
}
