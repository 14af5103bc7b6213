package jml.core.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import jml.core.signing.CanonicalJson;
import jml.core.signing.MalformedException;
import jml.core.signing.Sha256;
import org.jspecify.annotations.Nullable;

/// One line of the audit journal, bound to the one before it. Its bytes are canonical JSON (RFC 8785), its hash the
/// SHA-256 of these bytes, and `prev` the hash of the line before: who changes one must change all that follow.
///
/// @param seq 0, 1, 2, … without a gap
/// @param action id of an [AuditAction]; a newer console may have others
/// @param prev [Sha256#ZERO] in the first
public record AuditRecord(
        long seq,
        Instant at,
        String actor,
        String action,
        String subject,
        SortedMap<String, String> details,
        Sha256 prev) {
    private static final long LARGEST = 1L << 53; // JSON numbers are exact to here
    private static final Set<String> MEMBERS = Set.of("seq", "ts", "actor", "action", "subject", "details", "prev");

    public AuditRecord {
        details = Collections.unmodifiableSortedMap(new TreeMap<>(details));
        if (seq < 0 || seq > LARGEST) {
            throw new IllegalArgumentException("no such seq: " + seq);
        }
    }

    /// The record that follows `last`, or the first one.
    public static AuditRecord next(AuditHead head, Instant at, AuditEntry entry) {
        return new AuditRecord(
                head.size(),
                at,
                entry.actor(),
                entry.action().id(),
                entry.subject(),
                new TreeMap<>(entry.details()),
                head.hash());
    }

    /// The line in the journal without its line feed.
    public byte[] bytes() {
        return CanonicalJson.bytes(toMap());
    }

    public Sha256 hash() {
        return Sha256.of(bytes());
    }

    public boolean is(AuditAction kind) {
        return kind.id().equals(action);
    }

    /// For printing as JSON. Details that are empty are left out.
    public Map<String, Object> toMap() {
        var json = new TreeMap<String, Object>(Map.of(
                "seq",
                seq,
                "ts",
                at.toString(),
                "actor",
                actor,
                "action",
                action,
                "subject",
                subject,
                "prev",
                prev.hex()));
        if (!details.isEmpty()) {
            json.put("details", details);
        }
        return json;
    }

    /// Of a line's JSON. Members that a record does not have are refused: they could not be told from tampering.
    public static AuditRecord ofMap(Map<String, ?> json) throws MalformedException {
        for (var member : json.keySet()) {
            if (!MEMBERS.contains(member)) {
                throw new MalformedException("a record has no member " + member);
            }
        }
        try {
            return new AuditRecord(
                    seq(json.get("seq")),
                    Instant.parse(text(json, "ts")),
                    text(json, "actor"),
                    text(json, "action"),
                    text(json, "subject"),
                    details(json.get("details")),
                    Sha256.ofHex(text(json, "prev")));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new MalformedException(String.valueOf(e.getMessage()), e);
        }
    }

    private static long seq(@Nullable Object value) throws MalformedException {
        return switch (value) {
            case Integer seq -> seq;
            case Long seq -> seq;
            case null, default -> throw new MalformedException("seq is not a whole number");
        };
    }

    private static SortedMap<String, String> details(@Nullable Object value) throws MalformedException {
        var details = new TreeMap<String, String>();
        switch (value) {
            case null -> {}
            case Map<?, ?> object -> {
                for (var entry : object.entrySet()) {
                    if (!(entry.getKey() instanceof String name && entry.getValue() instanceof String text)) {
                        throw new MalformedException("details." + entry.getKey() + " is not a text");
                    }
                    details.put(name, text);
                }
            }
            default -> throw new MalformedException("details are not an object");
        }
        return details;
    }

    private static String text(Map<String, ?> json, String name) throws MalformedException {
        if (json.get(name) instanceof String text) {
            return text;
        }
        throw new MalformedException(name + " is not a text");
    }
}
