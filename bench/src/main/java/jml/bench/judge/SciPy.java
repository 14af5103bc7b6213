package jml.bench.judge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The same judgement by SciPy and NumPy in a Python process.
///
/// @param python program to run
record SciPy(String python) {
    /// Of one metric's shift.
    record Interval(double low, double high) {}

    /// @param milliseconds of the median round over all metrics
    record Answer(double milliseconds, List<Interval> intervals) {}

    /// False without a Python, or when it has no SciPy.
    boolean present() throws InterruptedException {
        try {
            var process = new ProcessBuilder(python, "-c", "import scipy.stats")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException noPython) {
            return false;
        }
    }

    Answer judge(Path values, int rounds) throws IOException, InterruptedException {
        var script = Files.createTempFile("mannwhitney", ".py");
        script.toFile().deleteOnExit();
        try (var source = SciPy.class.getResourceAsStream("mannwhitney.py")) {
            Files.write(script, Objects.requireNonNull(source).readAllBytes());
        }
        var process = new ProcessBuilder(python, script.toString(), values.toString(), Integer.toString(rounds))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var lines = process.inputReader(StandardCharsets.UTF_8).readAllLines();
        if (process.waitFor() != 0) {
            throw new IOException(python + " ended with " + process.exitValue());
        }
        var intervals = new ArrayList<Interval>();
        for (var line : lines.subList(1, lines.size())) {
            var ends = line.split(" ", -1);
            intervals.add(new Interval(Double.parseDouble(ends[0]), Double.parseDouble(ends[1])));
        }
        return new Answer(Double.parseDouble(lines.getFirst()), intervals);
    }
}
