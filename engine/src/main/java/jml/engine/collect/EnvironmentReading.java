package jml.engine.collect;

import java.util.List;
import jml.core.alert.Alert;
import jml.core.model.Environment;
import jml.core.registry.RegisteredModel;
import jml.core.release.Workload;
import jml.engine.metric.MetricReading;
import jml.engine.source.Answer;

/// The last good answers of one environment's sources, whatever their ages.
///
/// @param factsSilent some registry or cluster has not answered since the start
/// @param figuresSilent there are metric stores and none has answered since the start
record EnvironmentReading(
        Environment environment,
        List<Registered> registries,
        List<Answer<List<Workload>>> clusters,
        List<Answer<List<Alert>>> alerts,
        List<Answer<MetricReading>> metrics,
        boolean factsSilent,
        boolean figuresSilent) {
    /// What one registry answered.
    record Registered(String source, Answer<List<RegisteredModel>> answer) {}

    EnvironmentReading {
        registries = List.copyOf(registries);
        clusters = List.copyOf(clusters);
        alerts = List.copyOf(alerts);
        metrics = List.copyOf(metrics);
    }

    List<Workload> workloads() {
        return clusters.stream().flatMap(answer -> answer.value().stream()).toList();
    }
}
