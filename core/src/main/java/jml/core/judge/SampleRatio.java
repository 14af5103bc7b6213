package jml.core.judge;

import java.util.List;
import org.apache.commons.numbers.gamma.LogGamma;

/// Whether traffic was split as asked. Counted sequentially, stage by stage of a ramp, by a Bayes factor with a
/// Dirichlet prior around the asked split, so that it too may be looked at any time (methods §2.9).
///
/// @param asked share of the canary in the last stage; NaN when nobody asked for one
/// @param seen share of the canary in the last stage
/// @param p always-valid p-value: below [#LINE] the counts of the arms cannot be compared
public record SampleRatio(double asked, double seen, double p) {
    public static final double LINE = 0.001;

    /// For releases whose split nobody sets, such as pods behind one service.
    public static final SampleRatio NOT_CHECKED = new SampleRatio(Double.NaN, Double.NaN, 1);

    private static final double PRIOR = 10_000;

    /// The part of a ramp in which one share was asked for.
    public record Stage(double asked, long canary, long baseline) {}

    /// @param stages oldest first
    public static SampleRatio of(List<Stage> stages) {
        double sum = 0;
        double most = 0;
        for (var stage : stages) {
            sum += logBayesFactor(stage.asked, stage.canary, stage.baseline);
            most = Math.max(most, sum);
        }
        if (stages.isEmpty()) {
            return NOT_CHECKED;
        }
        var last = stages.getLast();
        return new SampleRatio(
                last.asked, (double) last.canary / (last.canary + last.baseline), Math.min(1, Math.exp(-most)));
    }

    public boolean mismatch() {
        return p < LINE;
    }

    /// Evidence of one stage, in which the asked share did not change: ln of the Bayes factor against the asked split.
    static double logBayesFactor(double asked, long canary, long baseline) {
        if (!(asked > 0 && asked < 1)) {
            return 0;
        }
        double a = PRIOR * asked;
        double b = PRIOR * (1 - asked);
        return LogGamma.value(a + b)
                - LogGamma.value(a + b + canary + baseline)
                + LogGamma.value(a + canary)
                - LogGamma.value(a)
                + LogGamma.value(b + baseline)
                - LogGamma.value(b)
                - canary * Math.log(asked)
                - baseline * Math.log(1 - asked);
    }
}
