package jml.app.judge;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jml.app.input.Input;
import jml.app.input.InputException;
import jml.core.judge.flagger.FlaggerAnalysis;
import jml.core.judge.flagger.FlaggerMetric;

/// `console judge --method flagger`: a Flagger canary analysis on a file of its own terms and its values.
record FlaggerJudgement(FlaggerAnalysis.Run run) implements Judged {
    private static final Set<String> ANALYSIS =
            Set.of("interval", "threshold", "stepWeight", "maxWeight", "stepWeights", "iterations", "metrics");
    private static final double MOST_WEIGHT = 100;

    static FlaggerJudgement of(Input file) throws InputException {
        file.object(ANALYSIS);
        var metrics = new ArrayList<FlaggerMetric>();
        for (var each : file.field("metrics").list()) {
            metrics.add(metric(each));
        }
        if (metrics.isEmpty()) {
            throw file.field("metrics").wrong("has no metric");
        }
        var interval =
                file.field("interval").present() ? GoDuration.of(file.field("interval")) : FlaggerAnalysis.INTERVAL;
        // Flagger takes a threshold of 0 for one that was not given.
        int threshold = Math.max(1, file.field("threshold").whole(1));
        return new FlaggerJudgement(new FlaggerAnalysis(interval, threshold, passes(file)).run(metrics));
    }

    private static int passes(Input file) throws InputException {
        int iterations = file.field("iterations").whole(0);
        if (iterations > 0) {
            return iterations;
        }
        if (file.field("stepWeights").present()) {
            return Math.max(1, file.field("stepWeights").list().size());
        }
        double step = file.field("stepWeight").number(0);
        double most = file.field("maxWeight").number(MOST_WEIGHT);
        if (!(step > 0) || !(most > 0)) {
            throw file.field("stepWeight").wrong("must be above 0, unless stepWeights or iterations are given");
        }
        return (int) Math.ceil(most / step);
    }

    private static FlaggerMetric metric(Input each) throws InputException {
        each.object(Set.of("name", "interval", "thresholdRange", "threshold", "values"));
        var name = each.field("name").text();
        double least = Double.NEGATIVE_INFINITY;
        double most = Double.POSITIVE_INFINITY;
        var range = each.field("thresholdRange");
        if (range.present()) {
            range.object(Set.of("min", "max"));
            least = range.field("min").number(least);
            most = range.field("max").number(most);
        } else if (name.equals(FlaggerMetric.SUCCESS_RATE)) {
            least = each.field("threshold").number();
        } else {
            most = each.field("threshold").number();
        }
        return new FlaggerMetric(name, least, most, values(each.field("values")));
    }

    private static List<Double> values(Input place) throws InputException {
        var values = new ArrayList<Double>();
        for (var each : place.list()) {
            if (each.node().isObject()) {
                each.object(Set.of("error")).field("error").text();
            }
            values.add(each.node().isObject() ? Double.NaN : each.number(Double.NaN));
        }
        return values;
    }

    @Override
    public Outcome outcome() {
        return switch (run.outcome()) {
            case PROMOTED -> Outcome.PROMOTE;
            case ROLLED_BACK -> Outcome.ROLLBACK;
            case PROGRESSING -> Outcome.UNDECIDED;
        };
    }

    private String word() {
        return switch (run.outcome()) {
            case PROMOTED -> "Succeeded";
            case ROLLED_BACK -> "Failed";
            case PROGRESSING -> "Progressing";
        };
    }

    @Override
    public String text() {
        return word() + " after " + run.after().toSeconds() + " s: " + run.failedChecks() + " of " + run.checks()
                + " checks failed"
                + (run.failedMetric().isEmpty() ? "" : ", the last by " + Judged.shown(run.failedMetric())) + "\n";
    }

    @Override
    public ObjectNode json() {
        var root = JsonNodeFactory.instance
                .objectNode()
                .put("phase", word())
                .put("checks", run.checks())
                .put("failedChecks", run.failedChecks())
                .put("afterSeconds", run.after().toSeconds());
        if (run.failedMetric().isEmpty()) {
            root.putNull("failedMetric");
        } else {
            root.put("failedMetric", run.failedMetric());
        }
        return root;
    }
}
