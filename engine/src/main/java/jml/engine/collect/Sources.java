package jml.engine.collect;

import java.util.List;
import jml.core.alert.AlertSource;
import jml.core.metric.MetricStore;
import jml.core.model.Environment;
import jml.core.registry.ModelRegistry;
import jml.core.release.Orchestrator;
import jml.engine.source.OnDemand;
import jml.engine.source.SourceIdentity;

/// What one environment is connected to.
public record Sources(
        Environment environment,
        List<Metrics> metrics,
        List<Connected<AlertSource>> alerts,
        List<Connected<ModelRegistry>> registries,
        List<Cluster> clusters) {

    /// A port and how often it is asked.
    public record Connected<P>(SourceIdentity identity, OnDemand<P> port) {}

    /// A cluster watches from the start, so its port is there from the start.
    public record Cluster(SourceIdentity identity, Orchestrator port) {}

    /// @param selector extra PromQL matchers for every query; may be empty
    public record Metrics(SourceIdentity identity, OnDemand<MetricStore> store, String selector) {}

    public Sources {
        metrics = List.copyOf(metrics);
        alerts = List.copyOf(alerts);
        registries = List.copyOf(registries);
        clusters = List.copyOf(clusters);
    }
}
