package jml.core.act;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.judge.MetricJudgement;
import jml.core.judge.Ruling;
import jml.core.release.Rollout;
import org.jspecify.annotations.Nullable;

/// A version on its way, with the judge's word on it.
///
/// @param ruling null when no minute of it was recorded in both arms
/// @param hold null when nobody holds it
public record Release(
        ModelFacts facts, @Nullable Ruling ruling, @Nullable Hold hold) {
    /// Who needs somebody most stands first; then by name.
    public static final Comparator<Release> MOST_URGENT_FIRST =
            Comparator.comparing(Release::state).thenComparing(it -> it.facts().key());

    /// Every release under way in a snapshot, the most urgent first.
    ///
    /// @param judge the judge's word on a model's candidate at the snapshot's instant
    public static List<Release> of(
            FleetSnapshot snapshot, Function<ModelFacts, Optional<Ruling>> judge, List<Hold> holds) {
        var releases = new ArrayList<Release>();
        for (var facts : snapshot.roster().models()) {
            if (facts.releasing()) {
                releases.add(new Release(facts, judge.apply(facts).orElse(null), held(facts, holds)));
            }
        }
        releases.sort(MOST_URGENT_FIRST);
        return releases;
    }

    private static @Nullable Hold held(ModelFacts facts, List<Hold> holds) {
        return holds.stream()
                .filter(it -> it.model().equals(facts.key()) && it.version().equals(facts.candidate()))
                .findFirst()
                .orElse(null);
    }

    public ReleaseState state() {
        var rollout = facts.rollout();
        if (hold != null || (rollout != null && rollout.pause() == Rollout.PauseReason.PERSON)) {
            return ReleaseState.HELD;
        }
        if (ruling == null) {
            return ReleaseState.NOT_JUDGED;
        }
        return switch (ruling.judgement().verdict()) {
            case ROLLBACK -> ReleaseState.ROLLBACK;
            case INVALID -> ReleaseState.INVALID;
            case INCONCLUSIVE -> ReleaseState.INCONCLUSIVE;
            case PROMOTE -> waitsForPerson() ? ReleaseState.PROMOTE : ReleaseState.PROMOTING;
            case CONTINUE ->
                ruling.judgement().metrics().stream().allMatch(it -> it.verdict() == MetricJudgement.Verdict.TOO_FEW)
                        ? ReleaseState.TOO_FEW
                        : ReleaseState.CONTINUE;
        };
    }

    /// True while the rollout stands at a pause that only a person ends, or has no steps that would end by themselves.
    public boolean waitsForPerson() {
        var rollout = facts.rollout();
        if (rollout == null || rollout.steps().isEmpty()) {
            return true;
        }
        var step = stepUnderWay();
        return rollout.phase() == Rollout.Phase.PAUSED
                && step.isPresent()
                && rollout.steps().get(step.getAsInt()).kind() == Rollout.Step.Kind.PAUSE
                && rollout.steps().get(step.getAsInt()).hold() == null;
    }

    /// Index of the step under way in the rollout's plan; empty without a plan, or when all are done.
    public OptionalInt stepUnderWay() {
        var rollout = facts.rollout();
        return rollout == null
                        || rollout.step() < 0
                        || rollout.step() >= rollout.steps().size()
                ? OptionalInt.empty()
                : OptionalInt.of(rollout.step());
    }
}
