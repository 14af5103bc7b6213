package jml.store.archive;

import java.time.Duration;
import java.util.Map;
import jml.core.fleet.Figures;
import jml.core.metric.LabelSet;
import jml.core.metric.Series;
import jml.core.metric.Sli;
import jml.store.code.ByteReader;
import jml.store.code.ByteWriter;
import jml.store.code.Packed;
import jml.store.code.SeriesCode;

/// Points of one span as bytes: how many, their step, then times in milliseconds and values in grid steps, each a run
/// as in a tile.
final class PointsCode {
    private PointsCode() {}

    static byte[] bytes(Sli sli, Series points) {
        var out = new ByteWriter(512);
        out.unsigned(points.size());
        out.unsigned(points.step().toNanos());
        if (points.size() > 0) {
            var steps = new long[points.size()];
            for (int i = 0; i < steps.length; i++) {
                steps[i] = Figures.toSteps(sli, points.values()[i]);
            }
            SeriesCode.write(out, points.times());
            SeriesCode.write(out, steps);
        }
        return Packed.pack(out.toBytes());
    }

    /// What was written; damaged bytes are an [IllegalStateException].
    static Series points(Sli sli, byte[] bytes) {
        var in = new ByteReader(Packed.unpack(bytes));
        int size = in.size();
        var step = Duration.ofNanos(in.unsigned());
        var values = new double[size];
        if (size == 0) {
            return new Series(LabelSet.of(Map.of()), new long[0], values, step);
        }
        var times = SeriesCode.read(in, size);
        var steps = SeriesCode.read(in, size);
        for (int i = 0; i < size; i++) {
            values[i] = Figures.fromSteps(sli, Math.toIntExact(steps[i]));
        }
        return new Series(LabelSet.of(Map.of()), times, values, step);
    }
}
