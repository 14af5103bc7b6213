package jml.bench.decode;

import java.io.IOException;
import java.util.List;
import jml.bench.Result;
import jml.bench.Row;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Decoding and joining a whole refresh against Jackson walking the same bytes.
public final class DecodeRow implements Row {
    @Override
    public String name() {
        return "decode";
    }

    @Override
    public String summary() {
        return "decode and join 10,000 models × 8 SLIs, against a Jackson walk of the same bytes (JMH)";
    }

    @Override
    public List<Result> measure(Setting setting) throws IOException {
        var options = new OptionsBuilder()
                .include(DecodeBenchmark.class.getName() + ".*")
                .forks(setting.quick() ? 1 : 2)
                .warmupIterations(setting.quick() ? 3 : 5)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(setting.quick() ? 3 : 5)
                .measurementTime(TimeValue.seconds(2))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT)
                .build();
        try {
            var results = new Runner(options).run();
            double walk = median(results, "walk");
            double fetch = median(results, "fetch");
            double decode = median(results, "decodeAndJoin");
            return List.of(
                    Result.atMostTimes("decode and join 10,000 models × 8 SLIs", decode - fetch, walk, "ms", 3),
                    Result.stated(
                            "  the same with its way over HTTP; that way alone",
                            Result.text(decode, "ms") + "; " + Result.text(fetch, "ms")));
        } catch (RunnerException failed) {
            throw new IOException(failed);
        }
    }

    private static double median(Iterable<RunResult> results, String benchmark) {
        for (var result : results) {
            if (result.getParams().getBenchmark().endsWith("." + benchmark)) {
                return result.getPrimaryResult().getStatistics().getPercentile(50);
            }
        }
        throw new IllegalStateException("JMH did not run " + benchmark);
    }
}
