package jml.connectors.kubernetes;

import java.util.UUID;

/// One pod, as little as counting needs. Healthy pods of one revision are equal, and share one instance.
///
/// @param owner uid of the ReplicaSet
/// @param reason what is wrong with it; empty when nothing is, or when it is only starting
/// @param name and message only when something is wrong, else empty
/// @param digest of the image that runs; empty when unknown
record PodRow(UUID owner, boolean ready, int restarts, String reason, String message, String name, String digest) {}
