package jml.core.registry;

import java.time.Instant;
import java.util.Map;

/// One immutable version of a registered model.
///
/// @param version as the registry writes it ("17")
/// @param status READY unless the registry says otherwise
/// @param source where the artifact lies, as the registry writes it; may be empty
/// @param runId the run that made it; empty when unknown
/// @param modelId logged model of MLflow 3; empty elsewhere
public record ModelVersion(
        String version,
        Instant createdAt,
        Status status,
        String source,
        String runId,
        String modelId,
        Map<String, String> tags) {

    public enum Status {
        READY,
        PENDING,
        FAILED,
        /// Kept, and no longer meant to serve.
        ARCHIVED,
        /// A word the console does not know.
        UNKNOWN
    }

    public ModelVersion {
        if (version.isBlank()) {
            throw new IllegalArgumentException("model version without a number");
        }
        tags = Map.copyOf(tags);
    }
}
