package jml.core.approval;

import jml.core.model.ModelKey;
import jml.core.signing.Sha256;
import org.jspecify.annotations.Nullable;

/// A version that gets traffic.
///
/// @param digest of the artifact that serves, as the cluster tells it; null when it does not tell
/// @param weight percent of traffic, 1 to 100
public record ServedVersion(
        ModelKey model, String version, @Nullable Sha256 digest, int weight) {}
