package jml.connectors.kubernetes;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One revision of a workload.
///
/// @param owner uid of the Deployment or Rollout
/// @param hash pod template hash
/// @param number of the revision; 0 when the controller has not numbered it
/// @param digest of the template when it is pinned; empty otherwise
/// @param modelVersion empty when unknown
public record ReplicaSetRow(
        UUID uid,
        UUID owner,
        String hash,
        long number,
        String image,
        String digest,
        String modelVersion,
        int replicas,
        int ready,
        @Nullable Instant createdAt) {}
