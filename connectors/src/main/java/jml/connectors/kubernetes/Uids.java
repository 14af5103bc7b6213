package jml.connectors.kubernetes;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// The identity of an object, in 16 bytes instead of a text of 36: there are tens of thousands.
final class Uids {
    private Uids() {}

    static UUID of(String uid) {
        try {
            return UUID.fromString(uid);
        } catch (IllegalArgumentException e) {
            // Kubernetes promises uniqueness, not the form.
            return UUID.nameUUIDFromBytes(uid.getBytes(StandardCharsets.UTF_8));
        }
    }
}
