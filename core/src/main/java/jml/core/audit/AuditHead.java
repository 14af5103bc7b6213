package jml.core.audit;

import jml.core.signing.Sha256;

/// Where a journal ends.
///
/// @param size how many records it has
/// @param hash of the last one; [Sha256#ZERO] when there is none
public record AuditHead(long size, Sha256 hash) {
    public static final AuditHead EMPTY = new AuditHead(0, Sha256.ZERO);
}
