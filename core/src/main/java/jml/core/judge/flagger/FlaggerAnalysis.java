package jml.core.judge.flagger;

import java.time.Duration;
import java.util.List;

/// A Flagger canary analysis, gone through again over recorded values (methods §2.6). There is no baseline and no
/// statistics in it: all metrics are checked once an interval, and failed checks are counted and never forgiven.
///
/// @param interval between checks
/// @param threshold failed checks at which the canary is rolled back
/// @param passes checks that must pass until it is promoted: its steps of weight or its iterations
public record FlaggerAnalysis(Duration interval, int threshold, int passes) {
    public static final Duration INTERVAL = Duration.ofSeconds(60);

    public FlaggerAnalysis {
        if (interval.isNegative() || interval.isZero() || threshold < 1 || passes < 1) {
            throw new IllegalArgumentException(
                    "interval " + interval + ", threshold " + threshold + ", checks to pass " + passes);
        }
    }

    /// What became of the canary.
    public enum Outcome {
        PROMOTED,
        ROLLED_BACK,
        PROGRESSING
    }

    /// @param checks looked at
    /// @param failedChecks of them
    /// @param failedMetric the first one that failed the last failed check; empty when none did
    public record Run(Outcome outcome, int checks, int failedChecks, String failedMetric, Duration after) {}

    /// Goes through the checks that every metric has a value for.
    public Run run(List<FlaggerMetric> metrics) {
        int checks = metrics.stream().mapToInt(it -> it.values().size()).min().orElse(0);
        int failed = 0;
        var by = "";
        for (int at = 0; at < checks; at++) {
            int check = at;
            var first = metrics.stream().filter(it -> !it.passes(check)).findFirst();
            if (first.isPresent()) {
                failed++;
                by = first.get().name();
            }
            if (failed >= threshold) {
                return run(Outcome.ROLLED_BACK, at + 1, failed, by);
            }
            if (at + 1 - failed >= passes) {
                return run(Outcome.PROMOTED, at + 1, failed, by);
            }
        }
        return run(Outcome.PROGRESSING, checks, failed, by);
    }

    private Run run(Outcome outcome, int checks, int failed, String by) {
        return new Run(outcome, checks, failed, by, interval.multipliedBy(checks));
    }
}
