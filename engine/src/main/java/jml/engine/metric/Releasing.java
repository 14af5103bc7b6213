package jml.engine.metric;

import java.util.List;
import jml.core.fleet.identity.SeriesSeen;

/// What has a release under way, so that arms are worth asking for.
///
/// @param any whether any model has one
/// @param series those models' series, as far as they were seen
public record Releasing(boolean any, List<SeriesSeen> series) {
    public Releasing {
        series = List.copyOf(series);
    }
}
