package jml.core.judge;

/// How long the requests of both arms took in one and the same interval.
public record PairedLatency(LatencyBuckets canary, LatencyBuckets baseline) {}
