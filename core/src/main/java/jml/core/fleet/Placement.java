package jml.core.fleet;

import jml.core.release.Workload;

/// One version of a model where it runs.
///
/// @param where `cluster:namespace/name`, or the series' own labels when no cluster holds it
/// @param version registry version; empty when nothing tells
/// @param share of the model's traffic, 0..1; NaN when nothing tells
/// @param hosted number of models the same server runs, at least 1: cost and restarts are shared with them
public record Placement(
        String where,
        Workload.Kind kind,
        Workload.Role role,
        String version,
        String digest,
        double share,
        int replicas,
        int ready,
        int restarts,
        int hosted) {}
