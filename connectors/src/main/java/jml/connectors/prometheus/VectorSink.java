package jml.connectors.prometheus;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jml.connectors.http.UnreadableException;
import jml.connectors.prometheus.LabelCache.Known;
import jml.core.metric.LabelSet;
import jml.core.metric.Vector;
import org.jspecify.annotations.Nullable;

/// One value per series.
final class VectorSink implements SampleSink {
    private final List<LabelSet> labels = new ArrayList<>();
    private final SeriesSet met = new SeriesSet();
    private double[] values = new double[256];
    private @Nullable Known open;
    private int samples;
    private int histograms;
    private int skipped;

    @Override
    public boolean reads(String resultType) {
        return resultType.equals("vector") || resultType.equals("scalar");
    }

    @Override
    public boolean timed() {
        return false;
    }

    @Override
    public void begin(Known series) {
        open = series;
        samples = 0;
        histograms = 0;
    }

    @Override
    public void sample(long time, double value) {
        samples++;
        int at = labels.size();
        if (at == values.length) {
            values = Arrays.copyOf(values, at * 2);
        }
        values[at] = value;
    }

    @Override
    public void histogram() {
        histograms++;
    }

    @Override
    public void end(Tokens place) throws UnreadableException {
        var series = open;
        if (series == null || samples + histograms != 1) {
            throw place.unreadable("must be there once");
        }
        if (!met.add(series)) {
            throw place.unreadable("belongs to a series that was there before, " + series.labels());
        }
        if (histograms > 0) {
            skipped++;
        } else {
            labels.add(series.labels());
        }
    }

    Vector vector(List<String> warnings) {
        var all = new ArrayList<>(warnings);
        if (skipped > 0) {
            all.add(Histograms.notNumbers(skipped));
        }
        return new Vector(labels, Arrays.copyOf(values, labels.size()), all);
    }
}
