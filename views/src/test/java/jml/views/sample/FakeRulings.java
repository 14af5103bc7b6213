package jml.views.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jml.core.judge.EventMetric;
import jml.core.judge.JudgePlan;
import jml.core.judge.Judgement;
import jml.core.judge.PairedCounts;
import jml.core.judge.ReleaseJudge;
import jml.core.judge.Ruling;
import jml.core.judge.Rulings;
import jml.core.judge.SampleRatio;
import jml.core.model.ModelKey;

/// The real judge on made-up minutes: an hour of each release, in which the canary disagrees as often as a test says.
public final class FakeRulings implements Rulings {
    private static final int MINUTES = 60;

    private final Map<String, Double> disagreement = new HashMap<>();

    /// Share of the canary's predictions that disagree; the baseline's is 1.6%.
    public FakeRulings disagreeing(String model, double share) {
        disagreement.put(model, share);
        return this;
    }

    @Override
    public Optional<Ruling> at(ModelKey model, String release, Instant until) {
        var share = disagreement.get(model.name());
        if (share == null) {
            return Optional.empty();
        }
        var disagreements = new ArrayList<PairedCounts>();
        var errors = new ArrayList<PairedCounts>();
        var minutes = new ArrayList<Instant>();
        for (int minute = 0; minute < MINUTES; minute++) {
            long bad = Math.round(300 * share) + minute % 3 - 1;
            disagreements.add(new PairedCounts(300, bad, 900, 14 + minute % 4 - 1));
            errors.add(new PairedCounts(300, minute % 20 == 0 ? 1 : 0, 900, minute % 7 == 0 ? 1 : 0));
            minutes.add(until.minus(Duration.ofMinutes(MINUTES - minute)));
        }
        var judgement = ReleaseJudge.judge(
                JudgePlan.DEFAULT,
                List.of(
                        new EventMetric("Disagreement", true, EventMetric.DISAGREEMENT_MARGIN, disagreements),
                        new EventMetric("Errors", true, EventMetric.MARGIN, errors)));
        return Optional.of(new Ruling(
                model,
                release,
                minutes.getFirst(),
                until,
                judgement.verdict() == Judgement.Verdict.ROLLBACK
                        ? minutes.get(judgement.metrics().getFirst().decidedAt())
                        : null,
                judgement,
                new SampleRatio(0.25, 0.25, 1),
                minutes,
                "0".repeat(64)));
    }
}
