package jml.core.fleet.identity;

import java.util.List;

/// How series are read.
///
/// @param workloadLabels labels whose value names a workload rather than a model
/// @param anyService presets that measure every service, model or not: their series count for models that something
/// else knows, and make none by themselves
public record SeriesNames(List<String> workloadLabels, List<String> anyService) {
    public SeriesNames {
        workloadLabels = List.copyOf(workloadLabels);
        anyService = List.copyOf(anyService);
    }

    public static SeriesNames defaults() {
        return new SeriesNames(
                List.of(
                        "destination_workload",
                        "destination_workload_name",
                        "workload",
                        "deployment",
                        "rollout",
                        "configuration_name",
                        "kn_configuration_name",
                        "service_name"),
                List.of(
                        "dcgm",
                        "istio",
                        "knative",
                        "knative-opencensus",
                        "kubernetes",
                        "opencost",
                        "opentelemetry-http"));
    }
}
