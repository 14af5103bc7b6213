package jml.core.fleet.identity;

import java.util.List;

/// Labels and annotations of a workload that say what it runs. In every list the first name that is present counts;
/// a label is asked before an annotation of the same name.
///
/// @param hosted name several models at once, separated by commas
/// @param model name the model; a workload that has one is a model even when nothing else knows it
/// @param application name the application, which may or may not be a model
/// @param bundle name something the workload is a part of: they count where it is the only part that could be the model
/// @param series name the model's series, separated by commas
/// @param version name the model version of the newest revision
/// @param track say whether a workload is the stable or the new side
public record ClusterNames(
        List<String> hosted,
        List<String> model,
        List<String> application,
        List<String> bundle,
        List<String> series,
        List<String> version,
        List<String> track) {
    public ClusterNames {
        hosted = List.copyOf(hosted);
        model = List.copyOf(model);
        application = List.copyOf(application);
        bundle = List.copyOf(bundle);
        series = List.copyOf(series);
        version = List.copyOf(version);
        track = List.copyOf(track);
    }

    public static ClusterNames defaults() {
        return new ClusterNames(
                List.of("jml.dev/models", "jml.models"),
                List.of(
                        "jml.dev/model",
                        "serving.kserve.io/inferenceservice",
                        "seldon-deployment-id",
                        "mlops.seldon.io/model",
                        "seldon-model",
                        "model",
                        "model_name",
                        "model-name"),
                List.of("app.kubernetes.io/name", "app", "k8s-app", "seldon-app"),
                List.of("app.kubernetes.io/instance", "app.kubernetes.io/part-of"),
                List.of("jml.dev/series", "jml.series", "jml.metric"),
                List.of(
                        "jml.dev/model-version",
                        "jml.version",
                        "model-version",
                        "model_version",
                        "app.kubernetes.io/version",
                        "version"),
                List.of("jml.dev/track", "track", "app.kubernetes.io/track", "role"));
    }
}
