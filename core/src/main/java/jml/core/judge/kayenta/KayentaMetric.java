package jml.core.judge.kayenta;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One metric of a Kayenta canary configuration, with the values of both sides; missing ones are NaN. Defaults are
/// Kayenta's own ([#of]). Arrays are not copied.
///
/// @param group it is scored in
/// @param missing what becomes of NaN
/// @param critical a failure of it fails the whole
/// @param mustHaveData without values it fails
/// @param outlierFactor quartile distances beyond which a value is an outlier; NaN keeps all values
/// @param tolerance part of the estimated shift that the interval must clear
/// @param confidence of the interval
public record KayentaMetric(
        String name,
        String group,
        Direction direction,
        Missing missing,
        boolean critical,
        boolean mustHaveData,
        double outlierFactor,
        EffectSize effectSize,
        double tolerance,
        double confidence,
        double[] control,
        double[] experiment) {
    /// Which change is bad.
    public enum Direction {
        INCREASE,
        DECREASE,
        EITHER
    }

    /// What becomes of a missing value.
    public enum Missing {
        REMOVE,
        REPLACE_WITH_ZERO
    }

    /// How much must have changed, beside being certain.
    ///
    /// @param cles chance that a value of the experiment exceeds one of the control; otherwise the ratio of means
    public record EffectSize(
            boolean cles,
            double allowedIncrease,
            double allowedDecrease,
            double criticalIncrease,
            double criticalDecrease) {
        public static final EffectSize MEAN_RATIO = new EffectSize(false, 1, 1, 1, 1);
        public static final EffectSize CLES = new EffectSize(true, 0.5, 0.5, 0.5, 0.5);
    }

    public static final double TOLERANCE = 0.25;
    public static final double CONFIDENCE = 0.98;
    public static final double OUTLIER_FACTOR = 3;

    public KayentaMetric {
        Objects.requireNonNull(name);
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence of " + name + " is " + confidence + ": between 0 and 1");
        }
    }

    /// A metric with Kayenta's defaults.
    public static KayentaMetric of(String name, double[] control, double[] experiment) {
        return new KayentaMetric(
                name,
                "",
                Direction.EITHER,
                Missing.REMOVE,
                false,
                false,
                Double.NaN,
                EffectSize.MEAN_RATIO,
                TOLERANCE,
                CONFIDENCE,
                control,
                experiment);
    }

    public KayentaMetric allowing(EffectSize size) {
        return new KayentaMetric(
                name,
                group,
                direction,
                missing,
                critical,
                mustHaveData,
                outlierFactor,
                size,
                tolerance,
                confidence,
                control,
                experiment);
    }

    /// Kayenta's words for what a metric did.
    public enum Classification {
        PASS("Pass"),
        HIGH("High"),
        LOW("Low"),
        NODATA("Nodata"),
        NODATA_FAIL_METRIC("NodataFailMetric"),
        ERROR("Error");

        private final String word;

        Classification(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }

    /// @param reason in words; null when it passed
    /// @param deviation mean of the experiment ÷ mean of the control
    /// @param lower, upper interval of the shift; NaN where none was computed
    /// @param critical true when this result alone fails the whole
    public record Result(
            String name,
            String group,
            Classification classification,
            @Nullable String reason,
            double deviation,
            double lower,
            double upper,
            boolean critical) {}
}
