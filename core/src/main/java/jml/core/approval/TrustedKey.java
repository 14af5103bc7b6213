package jml.core.approval;

import java.time.Instant;
import java.util.Set;
import jml.core.signing.VerifyingKey;
import org.jspecify.annotations.Nullable;

/// A key whose signatures count as a person's.
///
/// @param person whose it is
/// @param roles what the person may do: see [FourEyes]
/// @param from, until when it may sign, the end not included; null for no limit
/// @param revokedAt since when it counts for nothing, whatever time its signatures claim; null while it counts
public record TrustedKey(
        String person,
        Set<String> roles,
        VerifyingKey key,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Instant revokedAt,
        String revokedBecause) {

    public enum Standing {
        TRUSTED,
        NOT_YET,
        EXPIRED,
        /// Also for what was signed before: who stole a key writes the time that suits.
        REVOKED
    }

    public TrustedKey {
        roles = Set.copyOf(roles);
        if (person.isBlank()) {
            throw new IllegalArgumentException("a trusted key without a person: " + key.keyId());
        }
    }

    /// For a signature made at that instant.
    public Standing at(Instant signed) {
        if (revokedAt != null) {
            return Standing.REVOKED;
        }
        if (until != null && !signed.isBefore(until)) {
            return Standing.EXPIRED;
        }
        return from != null && signed.isBefore(from) ? Standing.NOT_YET : Standing.TRUSTED;
    }

    public boolean is(String name) {
        return same(person, name);
    }

    static boolean same(String one, String other) {
        return one.strip().equalsIgnoreCase(other.strip());
    }
}
