package jml.core.judge.kayenta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jml.core.judge.kayenta.KayentaMetric.Classification;
import jml.core.judge.kayenta.KayentaMetric.EffectSize;
import org.junit.jupiter.api.Test;

class KayentaJudgeTest {
    private static final KayentaJudge.Thresholds THRESHOLDS = new KayentaJudge.Thresholds(95, 75);

    private long state = 7;

    /// The vector of methods §2.2.
    private final double[] control = values(100);

    private final double[] experiment = values(108);

    private double[] values(double from) {
        var values = new double[30];
        for (int i = 0; i < values.length; i++) {
            state = state * 6364136223846793005L + 1442695040888963407L;
            values[i] = from + 20 * ((state >>> 11) * 0x1.0p-53);
        }
        return values;
    }

    @Test
    void aShiftIsSolvedAsKayentaSolvesIt() {
        assertThat(control).startsWith(new double[] {109.864245, 119.113191, 118.131516}, within(1e-6));
        assertThat(experiment).startsWith(new double[] {112.640331, 111.250088, 113.709504}, within(1e-6));

        var shift = MannWhitney.shift(experiment, control, 0.98);

        assertThat(shift.low()).isCloseTo(3.060858, within(1e-6));
        assertThat(shift.high()).isCloseTo(10.566011, within(1e-6));
        assertThat(shift.estimate()).isCloseTo(6.703639, within(1e-6));
    }

    @Test
    void aShiftIsHighUnlessTheEffectIsAllowed() {
        var metric = KayentaMetric.of("latency", control, experiment);

        var high = result(metric, false);
        assertThat(high.classification()).isEqualTo(Classification.HIGH);
        assertThat(high.deviation()).isCloseTo(1.0602534, within(1e-7));
        assertThat(result(metric.allowing(new EffectSize(false, 1.1, 1, 1, 1)), false)
                        .classification())
                .isEqualTo(Classification.PASS);
    }

    @Test
    void smallScalesAreMisjudgedAsByKayentaUnlessRescaled() {
        var metric = KayentaMetric.of("latency", millionth(control), millionth(experiment));

        assertThat(result(metric, false).classification()).isEqualTo(Classification.PASS);
        assertThat(result(metric, true).classification()).isEqualTo(Classification.HIGH);
        assertThat(result(metric, true).lower()).isCloseTo(3.0608e-6, within(1e-9));
    }

    private static double[] millionth(double[] values) {
        return Arrays.stream(values).map(it -> it * 1e-6).toArray();
    }

    @Test
    void noValuesAreNoDataAndHalfOfThemScoreNothing() {
        var silent = KayentaMetric.of("silent", new double[0], experiment);
        var calm = KayentaMetric.of("calm", control, control);

        assertThat(result(silent, false).classification()).isEqualTo(Classification.NODATA);
        assertThat(KayentaJudge.judge(List.of(silent, calm), Map.of(), THRESHOLDS, false)
                        .score())
                .isZero();
        assertThat(KayentaJudge.judge(List.of(silent, calm, calm), Map.of(), THRESHOLDS, false)
                        .score())
                .isEqualTo(100);
    }

    @Test
    void missingValuesAreLeftOutAndConstantsCompared() {
        var metric = KayentaMetric.of("gaps", new double[] {1, Double.NaN, 1}, new double[] {2, 2, Double.NaN, 2});

        assertThat(result(metric, false).deviation()).isEqualTo(2);
        assertThat(result(KayentaMetric.of("same", new double[] {5, 5}, new double[] {5, 5}), false)
                        .classification())
                .isEqualTo(Classification.PASS);
    }

    private static KayentaMetric.Result result(KayentaMetric metric, boolean rescaled) {
        return KayentaJudge.judge(List.of(metric), Map.of(), THRESHOLDS, rescaled)
                .metrics()
                .getFirst();
    }
}
