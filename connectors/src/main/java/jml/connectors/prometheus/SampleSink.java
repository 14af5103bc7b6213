package jml.connectors.prometheus;

import jml.connectors.http.UnreadableException;
import jml.connectors.prometheus.LabelCache.Known;

/// Takes the samples of one answer, series by series.
interface SampleSink {
    boolean reads(String resultType);

    /// Whether [#sample(long, double)] needs its time.
    boolean timed();

    void begin(Known labels);

    /// @param time milliseconds since the epoch; 0 when not [#timed()]
    void sample(long time, double value);

    /// The series holds native histograms, which are no numbers.
    void histogram();

    /// The series is complete; `place` words what is wrong with it.
    void end(Tokens place) throws UnreadableException;
}
