package jml.views.releases;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jml.core.fleet.ModelFacts;
import jml.core.release.Rollout;
import jml.core.text.Words;
import jml.views.kit.chart.StepTrack;

/// How a release goes, in words and steps.
public final class RolloutStand {
    /// @param way "v16 → v17"
    /// @param stand "waits at 25% since 14:09: the analysis could not decide"
    /// @param analysis one line about the analysis; may be empty
    public record Line(String way, String stand, String analysis, List<StepTrack.Step> steps) {}

    private final ModelFacts facts;
    private final ReachedShares reached;
    private final Instant now;
    private final ZoneId zone;

    public RolloutStand(ModelFacts facts, ReachedShares reached, Instant now, ZoneId zone) {
        this.facts = facts;
        this.reached = reached;
        this.now = now;
        this.zone = zone;
    }

    /// Empty when no release is under way.
    public Optional<Line> line() {
        var rollout = facts.rollout();
        if (rollout == null || (!facts.releasing() && !rollout.underWay())) {
            return Optional.empty();
        }
        var way = facts.releasing()
                ? Words.version(facts.version()) + " → " + Words.version(facts.candidate())
                : Words.version(facts.version());
        return Optional.of(new Line(way, stand(rollout), analysis(rollout), steps(rollout)));
    }

    private String stand(Rollout rollout) {
        var since = rollout.since();
        var when = since == null ? "" : " since " + Words.time(since, now, zone);
        var at = Double.isNaN(rollout.weight()) ? "" : " at " + Words.share(rollout.weight());
        if (rollout.aborted()) {
            return "aborted" + when;
        }
        var seen = rollout.current() ? "" : ", the controller has not seen the latest change";
        return switch (rollout.phase()) {
            case PAUSED -> "waits" + at + when + why(rollout) + seen;
            case PROGRESSING -> "moves" + at + when + seen;
            case DEGRADED -> "does not go on" + at + when + seen;
            case HEALTHY -> "done" + when;
            case UNKNOWN -> "in an unknown state" + at + when + seen;
        };
    }

    private static String why(Rollout rollout) {
        var pause = rollout.pause();
        if (pause == null) {
            return "";
        }
        return switch (pause) {
            case INCONCLUSIVE -> ": the analysis could not decide";
            case PERSON -> ": a person paused it";
            case STEP -> {
                var step = rollout.step() < rollout.steps().size()
                        ? rollout.steps().get(rollout.step())
                        : null;
                var hold = step == null ? null : step.hold();
                yield hold == null ? ": a person ends this step" : ": this step takes " + Words.age(hold);
            }
        };
    }

    private static String analysis(Rollout rollout) {
        return rollout.analyses().stream()
                .reduce((_, later) -> later)
                .map(it -> "Analysis " + it.name() + ": " + it.verdict() + ", " + it.successful() + " good, "
                        + it.failed() + " bad, " + it.inconclusive() + " unclear"
                        + (it.message().isBlank() ? "" : ". " + Words.oneLine(it.message(), 120)))
                .orElse("");
    }

    private List<StepTrack.Step> steps(Rollout rollout) {
        var steps = new ArrayList<StepTrack.Step>();
        var current = current(rollout);
        var last = Double.NaN;
        for (var i = 0; i < rollout.steps().size(); i++) {
            var step = rollout.steps().get(i);
            if (step.kind() == Rollout.Step.Kind.SET_WEIGHT) {
                last = step.weight();
                steps.add(step(Words.share(last), stage(rollout, i, current)));
            }
        }
        if (!steps.isEmpty() && last < 1) {
            var done = rollout.step() >= rollout.steps().size();
            steps.add(step("100%", done ? StepTrack.Stage.CURRENT : StepTrack.Stage.AHEAD));
        }
        return steps;
    }

    private StepTrack.Step step(String share, StepTrack.Stage stage) {
        return new StepTrack.Step(share, stage == StepTrack.Stage.AHEAD ? "" : reached.when(share), stage);
    }

    /// Index of the weight in force; -1 before the first.
    private static int current(Rollout rollout) {
        var current = -1;
        for (var i = 0; i < rollout.steps().size() && i <= rollout.step(); i++) {
            if (rollout.steps().get(i).kind() == Rollout.Step.Kind.SET_WEIGHT) {
                current = i;
            }
        }
        return current;
    }

    private static StepTrack.Stage stage(Rollout rollout, int index, int current) {
        if (index < current || rollout.step() >= rollout.steps().size()) {
            return StepTrack.Stage.DONE;
        }
        if (index > current) {
            return StepTrack.Stage.AHEAD;
        }
        var held = rollout.phase() == Rollout.Phase.DEGRADED
                || rollout.pause() == Rollout.PauseReason.INCONCLUSIVE
                || rollout.aborted();
        return held ? StepTrack.Stage.HELD : StepTrack.Stage.CURRENT;
    }
}
