package jml.connectors.prometheus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jml.connectors.http.UnreadableException;
import jml.connectors.prometheus.LabelCache.Known;
import jml.core.metric.Matrix;
import jml.core.metric.Series;
import org.jspecify.annotations.Nullable;

/// Many values per series.
final class MatrixSink implements SampleSink {
    private final Duration step;
    private final List<Series> series = new ArrayList<>();
    private final SeriesSet met = new SeriesSet();
    private long[] times = new long[512];
    private double[] values = new double[512];
    private long[] lastTimes = {};
    private @Nullable Known open;
    private int size;
    private int histograms;
    private int skipped;

    MatrixSink(Duration step) {
        this.step = step;
    }

    @Override
    public boolean reads(String resultType) {
        return resultType.equals("matrix");
    }

    @Override
    public boolean timed() {
        return true;
    }

    @Override
    public void begin(Known labels) {
        open = labels;
        size = 0;
        histograms = 0;
    }

    @Override
    public void sample(long time, double value) {
        if (size == values.length) {
            times = Arrays.copyOf(times, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        times[size] = time;
        values[size] = value;
        size++;
    }

    @Override
    public void histogram() {
        histograms++;
    }

    @Override
    public void end(Tokens place) throws UnreadableException {
        var labels = open;
        if (labels == null || size + histograms == 0) {
            throw place.unreadable("must be there");
        }
        if (!met.add(labels)) {
            throw place.unreadable("belong to a series that was there before, " + labels.labels());
        }
        for (int at = 1; at < size; at++) {
            if (times[at] <= times[at - 1]) {
                throw place.unreadable("the times do not grow at [" + at + "]");
            }
        }
        if (histograms > 0) {
            skipped++;
        }
        if (size > 0) {
            series.add(new Series(labels.labels(), sharedTimes(), Arrays.copyOf(values, size), step));
        }
    }

    /// Most series of an answer have the same instants: one array serves them all.
    private long[] sharedTimes() {
        if (!Arrays.equals(lastTimes, 0, lastTimes.length, times, 0, size)) {
            lastTimes = Arrays.copyOf(times, size);
        }
        return lastTimes;
    }

    Matrix matrix(List<String> warnings) {
        var all = new ArrayList<>(warnings);
        if (skipped > 0) {
            all.add(Histograms.notNumbers(skipped));
        }
        return new Matrix(series, all);
    }
}
