package jml.core.judge.argo;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A metric of an Argo analysis template (methods §2.5).
///
/// @param success null when none was given; without a failure condition what is no success is a failure
/// @param failure null when none was given
/// @param count measurements after which it is over; 0 when none was given
/// @param interval between measurements; null when none was given
/// @param dryRun true when it is measured and does not count
public record ArgoMetric(
        String name,
        @Nullable Condition success,
        @Nullable Condition failure,
        Limits limits,
        int count,
        @Nullable Duration interval,
        boolean dryRun) {
    /// How much is borne; all are strict: with a limit of 3 the fourth failure fails.
    ///
    /// @param failures −1 for no limit
    /// @param consecutiveSuccesses after which it is over and successful; 0 for none
    public record Limits(int failures, int inconclusives, int consecutiveErrors, int consecutiveSuccesses) {
        public static final Limits DEFAULT = new Limits(0, 0, 4, 0);

        public Limits {
            if (failures < -1 || inconclusives < 0 || consecutiveErrors < 0 || consecutiveSuccesses < 0) {
                throw new IllegalArgumentException("a limit below 0: " + failures + ", " + inconclusives + ", "
                        + consecutiveErrors + ", " + consecutiveSuccesses);
            }
        }
    }

    public ArgoMetric {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a metric needs a name");
        }
        if (count < 0 || (count > 1 && interval == null)) {
            throw new IllegalArgumentException("count " + count + " of " + name + " needs an interval");
        }
    }

    /// Measurements to take; [Integer#MAX_VALUE] when it runs for ever.
    int wanted() {
        if (count > 0) {
            return count;
        }
        return interval == null ? 1 : Integer.MAX_VALUE;
    }

    /// What a measurement says by the two conditions.
    Phase phase(Measurement measured) {
        return switch (measured) {
            case Measurement.Failure _ -> Phase.ERROR;
            case Measurement.Value value -> {
                try {
                    yield phase(value.result());
                } catch (Condition.EvaluationException _) {
                    // Argo too makes an error of a measurement that does not fit its condition.
                    yield Phase.ERROR;
                }
            }
        };
    }

    private Phase phase(@Nullable Object result) throws Condition.EvaluationException {
        boolean succeeded = success != null && success.holds(result);
        boolean failed = failure != null && failure.holds(result);
        if (success == null) {
            return failed ? Phase.FAILED : Phase.SUCCESSFUL;
        }
        if (failed || (failure == null && !succeeded)) {
            return Phase.FAILED;
        }
        return succeeded ? Phase.SUCCESSFUL : Phase.INCONCLUSIVE;
    }
}
