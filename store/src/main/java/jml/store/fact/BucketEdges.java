package jml.store.fact;

import java.util.List;

/// Upper edges of a latency histogram, which all minutes of a model share.
public record BucketEdges(List<Double> seconds) {
    public BucketEdges {
        seconds = List.copyOf(seconds);
    }
}
