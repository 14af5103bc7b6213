package jml.core.judge.kayenta;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import jml.core.judge.kayenta.KayentaMetric.Classification;
import jml.core.judge.kayenta.KayentaMetric.Direction;
import jml.core.judge.kayenta.KayentaMetric.Missing;
import jml.core.judge.kayenta.KayentaMetric.Result;
import org.apache.commons.statistics.descriptive.Quantile;

/// Classifies one metric as NetflixACAJudge-v1.0 does (methods §2.1).
final class KayentaClassifier {
    private static final Quantile R7 = Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);
    private static final double NOISE = 1e-5;

    private final KayentaMetric metric;
    private final boolean rescaled;
    private final double[] control;
    private final double[] experiment;
    private final double deviation;

    private KayentaClassifier(KayentaMetric metric, boolean rescaled) {
        this.metric = metric;
        this.rescaled = rescaled;
        this.control = prepared(metric.control());
        this.experiment = prepared(metric.experiment());
        this.deviation = control.length == 0 || experiment.length == 0 ? 1 : mean(experiment) / mean(control);
    }

    /// @param rescaled true brings values to a scale at which Kayenta's solver is exact
    static Result classify(KayentaMetric metric, boolean rescaled) {
        return new KayentaClassifier(metric, rescaled).result();
    }

    private double[] prepared(double[] values) {
        var present = metric.missing() == Missing.REMOVE
                ? DoubleStream.of(values).filter(it -> !Double.isNaN(it)).toArray()
                : DoubleStream.of(values).map(it -> Double.isNaN(it) ? 0 : it).toArray();
        return Double.isNaN(metric.outlierFactor()) || present.length == 0 ? present : withoutOutliers(present);
    }

    private double[] withoutOutliers(double[] values) {
        double low = R7.evaluate(values, 0.25);
        double high = R7.evaluate(values, 0.75);
        double reach = metric.outlierFactor() * (high - low);
        double least = Math.min(R7.evaluate(values, 0.01), low - reach);
        double most = Math.max(R7.evaluate(values, 0.99), high + reach);
        return DoubleStream.of(values).filter(it -> it >= least && it <= most).toArray();
    }

    private Result result() {
        if (control.length == 0 || experiment.length == 0) {
            return empty();
        }
        if (alike()) {
            return passed(Double.NaN, Double.NaN);
        }
        try {
            return tested(MannWhitney.shift(scaled(noisy(experiment)), scaled(noisy(control)), metric.confidence()));
        } catch (IllegalArgumentException _) {
            return result(Classification.ERROR, "all values are alike", Double.NaN, Double.NaN, metric.critical());
        }
    }

    private Result empty() {
        if (metric.missing() == Missing.REPLACE_WITH_ZERO) {
            return passed(Double.NaN, Double.NaN);
        }
        boolean fails = metric.mustHaveData() && !metric.critical();
        return result(
                fails ? Classification.NODATA_FAIL_METRIC : Classification.NODATA,
                control.length == 0 ? "no values of the control" : "no values of the experiment",
                Double.NaN,
                Double.NaN,
                metric.critical());
    }

    private boolean alike() {
        var one = control.clone();
        var other = experiment.clone();
        Arrays.sort(one);
        Arrays.sort(other);
        return Arrays.equals(one, other);
    }

    // Two constants have no ranks to compare, so Kayenta gives them a little noise; here it is the same in every run.
    private double[] noisy(double[] values) {
        if (!constant(control) || !constant(experiment)) {
            return values;
        }
        var random = new Random(values.length);
        return DoubleStream.of(values)
                .map(it -> it + random.nextGaussian() * Math.abs(it) * NOISE)
                .toArray();
    }

    private static boolean constant(double[] values) {
        return DoubleStream.of(values).distinct().count() == 1;
    }

    private double[] scaled(double[] values) {
        double factor = scale();
        return factor == 1
                ? values
                : DoubleStream.of(values).map(it -> it * factor).toArray();
    }

    private double scale() {
        if (!rescaled) {
            return 1;
        }
        double median = R7.evaluate(
                DoubleStream.concat(DoubleStream.of(control), DoubleStream.of(experiment))
                        .map(Math::abs)
                        .toArray(),
                0.5);
        return median == 0 ? 1 : Math.pow(10, 3 - Math.ceil(Math.log10(median)));
    }

    private Result tested(MannWhitney.Shift scaledShift) {
        double low = scaledShift.low() / scale();
        double high = scaledShift.high() / scale();
        double bound = metric.tolerance() * Math.abs(scaledShift.estimate() / scale());
        var size = metric.effectSize();
        double effect = size.cles() ? chanceOfMore() : ratioOfMeans();
        if (metric.direction() != Direction.DECREASE
                && low > bound
                && (Double.isNaN(effect) || effect >= size.allowedIncrease())) {
            boolean critical = metric.critical() && (Double.isNaN(effect) || effect >= size.criticalIncrease());
            return result(Classification.HIGH, "the experiment is higher", low, high, critical);
        }
        if (metric.direction() != Direction.INCREASE
                && high < -bound
                && (Double.isNaN(effect) || effect <= size.allowedDecrease())) {
            boolean critical = metric.critical() && (Double.isNaN(effect) || effect <= size.criticalDecrease());
            return result(Classification.LOW, "the experiment is lower", low, high, critical);
        }
        return passed(low, high);
    }

    private double ratioOfMeans() {
        double one = mean(control);
        double other = mean(experiment);
        return one == 0 || other == 0 ? Double.NaN : other / one;
    }

    // Vargha and Delaney's A: a value of the experiment exceeds one of the control, ties counting half.
    private double chanceOfMore() {
        var sorted = control.clone();
        Arrays.sort(sorted);
        double sum = 0;
        for (double each : experiment) {
            sum += below(sorted, each, false) + (below(sorted, each, true) - below(sorted, each, false)) / 2.0;
        }
        return sum / ((double) control.length * experiment.length);
    }

    private static int below(double[] sorted, double value, boolean orEqual) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) / 2;
            if (sorted[middle] < value || (orEqual && sorted[middle] == value)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElse(0);
    }

    private Result passed(double low, double high) {
        return new Result(metric.name(), metric.group(), Classification.PASS, null, deviation, low, high, false);
    }

    private Result result(Classification classification, String reason, double low, double high, boolean critical) {
        return new Result(metric.name(), metric.group(), classification, reason, deviation, low, high, critical);
    }
}
