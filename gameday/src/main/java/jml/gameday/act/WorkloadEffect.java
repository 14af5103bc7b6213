package jml.gameday.act;

import static jml.gameday.act.WorkloadState.percent;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import jml.core.act.Effect;
import jml.core.act.Effect.Fact;
import jml.core.act.Sighting;
import jml.core.act.WorkloadAct;
import jml.core.act.WorkloadAct.Verb;
import jml.core.text.Words;
import jml.gameday.plan.Marks.Motion;
import jml.gameday.plan.Ramp;
import jml.gameday.plan.Setup;
import jml.gameday.plan.Stretch;
import org.jspecify.annotations.Nullable;

/// How far an act on a workload has come: what has to be so, and since when it is.
final class WorkloadEffect {
    /// @param value as far as it has come
    private record Milestone(String what, Function<Stretch, String> value, Predicate<Stretch> holds) {}

    private final WorkloadState state;
    private final Sighting before;
    private final List<Milestone> milestones = new ArrayList<>();

    /// @param state now
    private WorkloadEffect(WorkloadState state, Sighting before) {
        this.state = state;
        this.before = before;
    }

    /// @param since the stretches from the act until now, the last one now
    static Effect of(WorkloadAct act, WorkloadState state, Sighting before, List<Since> since) {
        var effect = new WorkloadEffect(state, before);
        effect.expect(act.verb());
        return effect.read(since);
    }

    /// A stretch of the model's time, and the instant since which it counts.
    record Since(Instant at, Stretch stretch) {}

    private void expect(Verb verb) {
        switch (verb) {
            case Verb.Promote promote -> promoted(state.version(promote.hash()), next());
            case Verb.PromoteFully fully -> promoted(state.version(fully.hash()), 1);
            case Verb.SetWeight set -> promoted(state.version(set.hash()), set.weight());
            case Verb.Abort abort -> aborted(state.version(abort.hash()));
            case Verb.Retry retry -> begun(state.version(retry.hash()));
            case Verb.Undo undo -> broughtBack(state.version(undo.hash()));
            case Verb.Pause _ -> {
                tell("It is paused", it -> !it.pausedBy().isEmpty());
                seen();
            }
            case Verb.Resume _ -> {
                tell("It goes on", it -> it.pausedBy().isEmpty());
                seen();
            }
            case Verb.Restart restart -> {
                var at = restart.at().truncatedTo(ChronoUnit.SECONDS);
                tell("The restart is asked of it", it -> at.equals(it.marks().restartedAt()));
                seen();
                tell("Every pod is newer", it -> it.marks().motion() == Motion.STILL);
            }
            case Verb.Scale scale -> scaled(scale.replicas());
        }
    }

    private double next() {
        try {
            return Ramp.next(Double.parseDouble(before.notes().getOrDefault("share", "0")));
        } catch (NumberFormatException elsewhere) {
            return 1;
        }
    }

    private void promoted(String version, double weight) {
        Predicate<Setup> serves = it -> it.version().equals(version);
        tell(
                "The pause ended",
                serves.or(it -> it.candidate().equals(version)
                        && (it.weight() == weight || it.marks().motion() == Motion.ASKED || it.weight() > weight)));
        seen();
        milestones.add(new Milestone(
                Words.version(version) + " has its traffic",
                it -> moved(it.setup(), version),
                it -> serves.test(it.setup()) || it.setup().weight() >= weight));
        ready(version);
        if (weight >= 1) {
            tell(Words.version(version) + " is the stable version", serves);
        }
    }

    private void aborted(String version) {
        tell(
                "The abort arrived",
                it -> it.marks().aborted().equals(version) || !it.template().equals(version));
        tell(
                "Controller stepped back",
                it -> it.marks().motion() != Motion.ASKED && !it.candidate().equals(version));
        milestones.add(new Milestone(
                Words.version(version) + " has no traffic",
                it -> moved(it.setup(), version),
                it -> !it.setup().candidate().equals(version)
                        && !it.setup().version().equals(version)));
        var stable = state.setup().version();
        milestones.add(new Milestone(
                Words.version(stable) + " has all pods ready",
                it -> it.stableReady() + "/" + it.setup().replicas(),
                it -> it.stableReady() >= it.setup().replicas()));
    }

    private void begun(String version) {
        tell(
                "The release begins again",
                it -> it.candidate().equals(version) || it.version().equals(version));
        seen();
        milestones.add(new Milestone(
                Words.version(version) + " has its first traffic",
                it -> percent(it.setup().weight()),
                it -> it.setup().weight() > 0 || it.setup().version().equals(version)));
        ready(version);
    }

    private void broughtBack(String version) {
        tell(
                "The template is that of " + Words.version(version),
                it -> it.template().equals(version) || it.marks().motion() == Motion.ASKED);
        seen();
        milestones.add(new Milestone(
                Words.version(version) + " has all traffic",
                it -> it.setup().version().equals(version) && !it.setup().releasing()
                        ? "100%"
                        : percent(it.setup().weight()) + waits(it),
                it -> it.setup().version().equals(version) && !it.setup().releasing()));
        ready(version);
    }

    private String waits(Stretch stretch) {
        return stretch.setup().marks().motion() == Motion.STILL && state.isRollout()
                ? ", waits at step " + (state.step() + 1) + " of its plan: promote it"
                : "";
    }

    private void scaled(int replicas) {
        milestones.add(new Milestone(
                "The replicas are set",
                _ -> before.notes().getOrDefault("replicas", "?") + " → " + replicas,
                it -> it.setup().replicas() == replicas));
        seen();
        milestones.add(
                new Milestone("Its pods are ready", it -> it.ready() + "/" + replicas, it -> it.ready() == replicas));
    }

    private void ready(String version) {
        milestones.add(new Milestone(
                Words.version(version) + " has its pods ready",
                it -> pods(it, version) + "/" + wanted(it.setup(), version),
                it -> pods(it, version) >= wanted(it.setup(), version)));
    }

    private static int pods(Stretch stretch, String version) {
        return stretch.setup().candidate().equals(version) ? stretch.candidateReady() : stretch.stableReady();
    }

    private static int wanted(Setup setup, String version) {
        int candidates = setup.candidateReplicas();
        return setup.candidate().equals(version) ? candidates : setup.replicas() - candidates;
    }

    private void seen() {
        tell("Controller saw it", it -> it.marks().motion() != Motion.ASKED);
    }

    private String moved(Setup setup, String version) {
        double share = setup.candidate().equals(version)
                ? setup.weight()
                : setup.version().equals(version) ? 1 - setup.weight() : 0;
        return before.notes().getOrDefault("weight", "?") + " → " + percent(share);
    }

    private void tell(String what, Predicate<Setup> holds) {
        milestones.add(new Milestone(what, _ -> "", it -> holds.test(it.setup())));
    }

    private Effect read(List<Since> since) {
        var now = since.getLast().stretch();
        var facts = new ArrayList<Fact>();
        for (var milestone : milestones) {
            facts.add(new Fact(milestone.what(), milestone.value().apply(now), reached(milestone, since)));
        }
        if (facts.stream().allMatch(Fact::done)) {
            return new Effect(Effect.State.REACHED, facts);
        }
        if (facts.getFirst().done()) {
            return new Effect(Effect.State.UNDER_WAY, facts);
        }
        facts.add(new Fact(
                "It was changed again by another act", "", since.getLast().at()));
        return new Effect(Effect.State.UNDONE, facts);
    }

    /// Since when it has been so without a break; null when it is not so now.
    private static @Nullable Instant reached(Milestone milestone, List<Since> since) {
        Instant reached = null;
        for (var each : since) {
            reached = !milestone.holds().test(each.stretch()) ? null : reached == null ? each.at() : reached;
        }
        return reached;
    }
}
