package jml.bench.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import jml.bench.Result;
import jml.bench.Row;
import jml.bench.Spread;
import jml.core.judge.kayenta.KayentaJudge;
import jml.core.judge.kayenta.KayentaMetric;

/// A Mann-Whitney judgement of a day of minutes against SciPy and NumPy on the same values. The Python that has them is
/// named by `BENCH_PYTHON`; without one there is no floor.
public final class JudgeRow implements Row {
    private static final int METRICS = 12;
    private static final int POINTS = 1_440;
    private static final long SEED = 20_261_124;
    private static final String WHAT = "Mann-Whitney judgement, 12 metrics × 1,440 points";

    /// Part of the interval's width within which both must find its ends.
    private static final double NEAR = 0.01;

    @Override
    public String name() {
        return "judge";
    }

    @Override
    public String summary() {
        return "judge 12 metrics × 1,440 points by Mann-Whitney, against SciPy and NumPy";
    }

    @Override
    public List<Result> measure(Setting setting) throws IOException, InterruptedException {
        var metrics = metrics();
        int rounds = setting.quick() ? 20 : 200;
        judge(metrics, rounds);
        var took = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            long begun = System.nanoTime();
            judge(metrics, 1);
            took[round] = (System.nanoTime() - begun) / 1e6;
        }
        double own = new Spread(took).median();
        var scipy = new SciPy(System.getenv().getOrDefault("BENCH_PYTHON", "python3"));
        if (!scipy.present()) {
            return List.of(
                    Result.stated(WHAT, Result.text(own, "ms")),
                    Result.stated("  against SciPy and NumPy", "not run: no SciPy (BENCH_PYTHON)"));
        }
        var answer = scipy.judge(json(metrics), setting.quick() ? 3 : 15);
        compare(judge(metrics, 1), answer.intervals());
        return List.of(
                Result.atMostTimes(WHAT, own, answer.milliseconds(), "ms", 0.1),
                Result.stated("  wall", new Spread(took).text("ms")));
    }

    private static List<KayentaMetric> metrics() {
        var random = new SplittableRandom(SEED);
        var metrics = new ArrayList<KayentaMetric>();
        for (int metric = 0; metric < METRICS; metric++) {
            var control = new double[POINTS];
            var experiment = new double[POINTS];
            for (int i = 0; i < POINTS; i++) {
                control[i] = 100 + 10 * random.nextGaussian();
                experiment[i] = 100 + metric / 2.0 + 10 * random.nextGaussian();
            }
            metrics.add(KayentaMetric.of("metric " + metric, control, experiment));
        }
        return metrics;
    }

    private static List<KayentaMetric.Result> judge(List<KayentaMetric> metrics, int rounds) {
        List<KayentaMetric.Result> results = List.of();
        for (int round = 0; round < rounds; round++) {
            results = KayentaJudge.judge(metrics, Map.of("", 100.0), new KayentaJudge.Thresholds(95, 75), false)
                    .metrics();
        }
        return results;
    }

    // What finds something else was not measured.
    private static void compare(List<KayentaMetric.Result> results, List<SciPy.Interval> expected) {
        for (int i = 0; i < results.size(); i++) {
            var found = results.get(i);
            var interval = expected.get(i);
            double near = NEAR * (interval.high() - interval.low());
            if (Math.abs(found.lower() - interval.low()) > near || Math.abs(found.upper() - interval.high()) > near) {
                throw new IllegalStateException(found + " is not " + interval);
            }
        }
    }

    private static Path json(List<KayentaMetric> metrics) throws IOException {
        var control = metrics.stream().map(it -> Arrays.toString(it.control())).collect(Collectors.joining(","));
        var experiment =
                metrics.stream().map(it -> Arrays.toString(it.experiment())).collect(Collectors.joining(","));
        var file = Files.createTempFile("judge", ".json");
        file.toFile().deleteOnExit();
        return Files.writeString(file, "{\"control\":[" + control + "],\"experiment\":[" + experiment + "]}");
    }
}
