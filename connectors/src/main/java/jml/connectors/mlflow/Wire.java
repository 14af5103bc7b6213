package jml.connectors.mlflow;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import jml.connectors.http.EmptyIfAbsent;
import jml.connectors.http.Required;
import org.jspecify.annotations.Nullable;

/// The parts of MLflow's answers that we read, in its own names. MLflow leaves out fields without a value and
/// empty lists; times are milliseconds since 1970.
final class Wire {
    private Wire() {}

    record ModelPage(
            @EmptyIfAbsent @JsonProperty("registered_models")
            List<Model> models,

            @EmptyIfAbsent @JsonProperty("next_page_token") String nextPageToken) {}

    record Model(
            @Required String name,
            @EmptyIfAbsent String description,
            @EmptyIfAbsent List<Entry> tags,
            @EmptyIfAbsent List<Alias> aliases,
            @EmptyIfAbsent @JsonProperty("latest_versions") List<Version> latestVersions) {
        Model {
            requireText("name", name);
        }
    }

    record Alias(@Required String alias, @Required String version) {}

    record VersionPage(
            @EmptyIfAbsent @JsonProperty("model_versions") List<Version> versions,
            @EmptyIfAbsent @JsonProperty("next_page_token") String nextPageToken) {}

    record VersionAnswer(
            @Required @JsonProperty("model_version") Version version) {}

    record Version(
            @Required String name,
            @Required String version,
            @JsonProperty("creation_timestamp") long creationTimestamp,
            @EmptyIfAbsent String status,
            @EmptyIfAbsent @JsonProperty("current_stage") String stage,
            @EmptyIfAbsent String source,
            @EmptyIfAbsent @JsonProperty("run_id") String runId,
            @EmptyIfAbsent @JsonProperty("model_id") String modelId,
            @EmptyIfAbsent List<Entry> tags) {
        Version {
            requireText("name", name);
            requireText("version", version);
        }
    }

    /// A tag or a parameter.
    record Entry(@Required String key, @EmptyIfAbsent String value) {}

    record RunAnswer(@Required Run run) {}

    record Run(
            @Required RunHeader info,
            @Nullable RunFigures data,
            @Nullable RunInputs inputs) {}

    record RunHeader(
            @Required @JsonProperty("run_id") String runId,
            @EmptyIfAbsent @JsonProperty("run_name") String runName,
            @EmptyIfAbsent @JsonProperty("user_id") String userId,
            @EmptyIfAbsent String status,
            @JsonProperty("start_time") long startTime) {}

    record RunFigures(
            @EmptyIfAbsent List<Metric> metrics,
            @EmptyIfAbsent List<Entry> params,
            @EmptyIfAbsent List<Entry> tags) {}

    /// @param value a number, or one of the strings NaN, Infinity and -Infinity
    record Metric(@Required String key, @Required Double value) {}

    record RunInputs(
            @EmptyIfAbsent @JsonProperty("dataset_inputs") List<DatasetInput> datasets) {}

    record DatasetInput(
            @EmptyIfAbsent List<Entry> tags, @Required Dataset dataset) {}

    record Dataset(
            @Required String name,
            @EmptyIfAbsent String digest,
            @EmptyIfAbsent @JsonProperty("source_type") String sourceType) {}

    record ArtifactPage(
            @EmptyIfAbsent @JsonProperty("root_uri") String rootUri,
            @EmptyIfAbsent List<ArtifactEntry> files,
            @EmptyIfAbsent @JsonProperty("next_page_token") String nextPageToken) {}

    record ArtifactEntry(
            @Required String path,
            @JsonProperty("is_dir") boolean folder,

            @Nullable @JsonProperty("file_size") Long bytes) {
        long size() {
            return bytes == null ? -1 : bytes;
        }
    }

    private static void requireText(String field, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + " is blank");
        }
    }
}
