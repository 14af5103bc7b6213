package jml.connectors.kubernetes;

import io.fabric8.kubernetes.api.model.AuthInfo;
import io.fabric8.kubernetes.api.model.Config;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One context that is known to be complete.
///
/// @param user null when the context names none that the files hold
/// @param file where the context was found; relative commands and files are relative to it
/// @param configs all files read, the first winning
record KubeContext(
        String name, @Nullable AuthInfo user, @Nullable Path file, List<Config> configs) {}
