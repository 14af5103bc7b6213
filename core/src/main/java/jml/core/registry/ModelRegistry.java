package jml.core.registry;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jml.core.source.SourceException;

/// Where models, versions and aliases are kept. Calls block and may be interrupted.
public interface ModelRegistry {
    /// Every registered model with its aliases and versions, by name. The number of requests grows with pages,
    /// not with models.
    List<RegisteredModel> models() throws SourceException, InterruptedException;

    /// One version as it is at this moment; empty when there is none.
    default Optional<ModelVersion> version(String model, String version) throws SourceException, InterruptedException {
        return models().stream()
                .filter(it -> it.name().equals(model))
                .flatMap(it -> it.version(version).stream())
                .findFirst();
    }

    /// The run that made a version; empty when the registry does not have it any more.
    Optional<Run> run(String runId) throws SourceException, InterruptedException;

    /// The input and output contract of a version; empty when it was logged without one.
    Optional<Signature> signature(String model, String version) throws SourceException, InterruptedException;

    /// What server this is: "MLflow 3.17.2".
    String describe() throws SourceException, InterruptedException;

    /// @param datasets what the run read, by name and digest
    record Run(
            String id,
            String name,
            String user,
            String status,
            Instant startedAt,
            Map<String, String> parameters,
            Map<String, Double> metrics,
            Map<String, String> tags,
            List<Dataset> datasets) {
        private static final List<String> COMMIT = List.of("mlflow.source.git.commit", "git.commit", "commit");

        public Run {
            parameters = Map.copyOf(parameters);
            metrics = Map.copyOf(metrics);
            tags = Map.copyOf(tags);
            datasets = List.copyOf(datasets);
        }

        /// The commit of the code that ran, as its tags name it; empty when none does.
        public Optional<String> commit() {
            return COMMIT.stream()
                    .map(name -> tags.getOrDefault(name, ""))
                    .filter(value -> !value.isBlank())
                    .findFirst();
        }
    }

    /// @param context "training", "validation" or whatever the run said; may be empty
    record Dataset(String name, String digest, String sourceType, String context) {}

    /// Columns in order. A type is written as the registry writes it ("double", "tensor(float32,[-1,2])").
    record Signature(List<Column> inputs, List<Column> outputs, List<Column> parameters) {
        public Signature {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
            parameters = List.copyOf(parameters);
        }

        /// @param name may be empty for an unnamed tensor
        public record Column(String name, String type, boolean required) {}
    }
}
