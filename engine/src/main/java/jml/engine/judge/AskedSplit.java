package jml.engine.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.ModelFacts;
import jml.core.judge.SampleRatio;
import jml.core.model.ModelKey;

/// How traffic was asked to be split while a release was under way, from the record, beside how it was split.
final class AskedSplit {
    /// A split reaches every proxy and every counter only a little later.
    private static final Duration SETTLES = Duration.ofMinutes(2);

    /// A split this near to the asked one is the asked one, however certain the difference: counts stay comparable.
    private static final double NEAR = 0.1;

    private final JudgeRecord record;

    AskedSplit(JudgeRecord record) {
        this.record = record;
    }

    /// [SampleRatio#NOT_CHECKED] where nothing told what was asked.
    SampleRatio of(ModelKey model, String release, JudgedMinutes judged) {
        var begin = judged.minutes().getFirst();
        var end = JudgedMinutes.end(judged.minutes().getLast());
        var stages = new ArrayList<SampleRatio.Stage>();
        var from = begin;
        for (var change : changes(model, begin, end)) {
            stage(model, release, from, change, judged, stages);
            from = change.plus(SETTLES);
        }
        stage(model, release, from, end, judged, stages);
        if (stages.isEmpty()) {
            return SampleRatio.NOT_CHECKED;
        }
        var far = stages.stream().filter(it -> !near(it)).toList();
        var last = stages.getLast();
        double p = far.isEmpty() ? 1 : SampleRatio.of(far).p();
        return new SampleRatio(last.asked(), share(last), p);
    }

    private static boolean near(SampleRatio.Stage stage) {
        return Math.abs(share(stage) - stage.asked()) <= NEAR * stage.asked();
    }

    private static double share(SampleRatio.Stage stage) {
        return (double) stage.canary() / (stage.canary() + stage.baseline());
    }

    private List<Instant> changes(ModelKey model, Instant from, Instant to) {
        return record.events(from, to).stream()
                .filter(it -> model.equals(it.model()) && it.kind() == FleetEvent.Kind.WEIGHT)
                .map(FleetEvent::at)
                .toList();
    }

    private void stage(
            ModelKey model,
            String release,
            Instant from,
            Instant to,
            JudgedMinutes judged,
            List<SampleRatio.Stage> stages) {
        if (!from.isBefore(to)) {
            return;
        }
        double asked = weight(model, release, to.minusMillis(1));
        var seen = judged.traffic(from, to);
        if (!Double.isNaN(asked) && seen.all() > 0) {
            stages.add(new SampleRatio.Stage(asked, seen.canary(), seen.baseline()));
        }
    }

    private double weight(ModelKey model, String release, Instant at) {
        return record.facts(model, at)
                .filter(facts -> facts.candidate().equals(release))
                .map(ModelFacts::candidateWeight)
                .orElse(Double.NaN);
    }
}
