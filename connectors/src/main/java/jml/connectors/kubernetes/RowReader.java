package jml.connectors.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/// Reduces an object of the API server to what the console keeps of it.
@FunctionalInterface
public interface RowReader<R> {
    /// @return null when the console does not care for this object
    @Nullable
    R read(JsonNode object) throws UnreadableException;
}
