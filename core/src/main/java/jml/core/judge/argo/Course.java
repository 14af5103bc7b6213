package jml.core.judge.argo;

import java.time.Duration;
import java.util.List;

/// One metric of a run while its measurements come in. Not safe for several threads.
final class Course {
    /// An error is measured again after this, whatever the interval.
    private static final Duration RETRY = Duration.ofSeconds(10);

    private final ArgoMetric metric;
    private final List<Measurement> measurements;
    private Phase phase = Phase.PENDING;
    private int taken;
    private int successful;
    private int failed;
    private int inconclusive;
    private int errors;
    private int consecutiveErrors;
    private int consecutiveSuccesses;
    private Duration due = Duration.ZERO;
    private Duration last = Duration.ZERO;
    private String message = "";

    Course(ArgoAnalysis.Series series) {
        this.metric = series.metric();
        this.measurements = series.measurements();
    }

    boolean dryRun() {
        return metric.dryRun();
    }

    Phase phase() {
        return phase;
    }

    /// True while there is a measurement to take.
    boolean waiting() {
        return !phase.completed() && taken < measurements.size();
    }

    Duration due() {
        return due;
    }

    void measure() {
        var found = metric.phase(measurements.get(taken++));
        last = due;
        switch (found) {
            case SUCCESSFUL -> successful++;
            case FAILED -> failed++;
            case INCONCLUSIVE -> inconclusive++;
            default -> errors++;
        }
        consecutiveErrors = found == Phase.ERROR ? consecutiveErrors + 1 : 0;
        consecutiveSuccesses = found == Phase.SUCCESSFUL ? consecutiveSuccesses + 1 : 0;
        var interval = metric.interval();
        due = due.plus(found == Phase.ERROR || interval == null ? RETRY : interval);
    }

    private int count() {
        return successful + failed + inconclusive;
    }

    /// Argo's order: what comes first decides, so that failures outweigh errors, and both a reached count.
    void assess(boolean ending) {
        if (phase.completed()) {
            return;
        }
        var limits = metric.limits();
        if (taken == 0) {
            over(ending, Phase.SUCCESSFUL, "the run ended before it was measured");
        } else if (limits.failures() >= 0 && failed > limits.failures()) {
            over(true, Phase.FAILED, "failed (" + failed + ") > failureLimit (" + limits.failures() + ")");
        } else if (inconclusive > limits.inconclusives()) {
            over(
                    true,
                    Phase.INCONCLUSIVE,
                    "inconclusive (" + inconclusive + ") > inconclusiveLimit (" + limits.inconclusives() + ")");
        } else if (consecutiveErrors > limits.consecutiveErrors()) {
            over(
                    true,
                    Phase.ERROR,
                    "consecutiveErrors (" + consecutiveErrors + ") > consecutiveErrorLimit ("
                            + limits.consecutiveErrors() + ")");
        } else if (limits.consecutiveSuccesses() > 0 && consecutiveSuccesses >= limits.consecutiveSuccesses()) {
            over(
                    true,
                    Phase.SUCCESSFUL,
                    "consecutiveSuccesses (" + consecutiveSuccesses + ") reached consecutiveSuccessLimit ("
                            + limits.consecutiveSuccesses() + ")");
        } else if (count() >= metric.wanted()) {
            over(true, atCount(limits), "count (" + count() + ") reached");
        } else {
            phase = Phase.RUNNING;
            over(ending, Phase.SUCCESSFUL, "the run ended");
        }
    }

    private void over(boolean over, Phase found, String why) {
        if (over) {
            phase = found;
            message = why;
        }
    }

    private static Phase atCount(ArgoMetric.Limits limits) {
        if (limits.consecutiveSuccesses() == 0) {
            return Phase.SUCCESSFUL;
        }
        return limits.failures() >= 0 ? Phase.INCONCLUSIVE : Phase.FAILED;
    }

    ArgoAnalysis.MetricResult result() {
        return new ArgoAnalysis.MetricResult(
                metric.name(),
                phase,
                count(),
                new ArgoAnalysis.Tally(successful, failed, inconclusive, errors),
                metric.dryRun(),
                last,
                message);
    }
}
