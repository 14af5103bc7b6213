package jml.core.fleet.identity;

import jml.core.metric.LabelSet;
import jml.core.metric.MetricPreset;

/// One label set that a metric store of an environment answered with, and the preset whose query it answered.
/// Labels beyond the preset's are allowed and help to find the server.
public record SeriesSeen(String environment, MetricPreset preset, LabelSet labels) {}
