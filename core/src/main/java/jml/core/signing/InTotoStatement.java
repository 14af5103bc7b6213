package jml.core.signing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Something said about artifacts: in-toto Statement v1. What it is about is matched by digest only, never by name.
///
/// @param predicateType URI that says what the predicate means
/// @param predicate JSON object of that type
public record InTotoStatement(List<Subject> subjects, String predicateType, Map<String, Object> predicate) {
    public static final String PAYLOAD_TYPE = "application/vnd.in-toto+json";
    private static final String TYPE = "https://in-toto.io/Statement/v1";

    /// @param name for people
    /// @param digests by algorithm, lower-case hex; at least one
    public record Subject(String name, Map<String, String> digests) {
        public Subject {
            digests = Map.copyOf(digests);
            if (digests.isEmpty()) {
                throw new IllegalArgumentException("a subject without a digest: " + name);
            }
        }

        public static Subject of(String name, Sha256 digest) {
            return new Subject(name, Map.of("sha256", digest.hex()));
        }
    }

    public InTotoStatement {
        subjects = List.copyOf(subjects);
        predicate = Collections.unmodifiableMap(new LinkedHashMap<>(predicate));
        if (subjects.isEmpty() || predicateType.isBlank()) {
            throw new IllegalArgumentException("a statement needs a subject and a type");
        }
    }

    public boolean isAbout(Sha256 digest) {
        return subjects.stream()
                .anyMatch(subject -> digest.hex().equals(subject.digests().get("sha256")));
    }

    /// The envelope around the canonical bytes of this statement.
    public DsseEnvelope sign(SigningKey... keys) {
        return DsseEnvelope.sign(PAYLOAD_TYPE, CanonicalJson.bytes(toMap()), keys);
    }

    public Map<String, Object> toMap() {
        var about = subjects.stream()
                .map(subject -> Map.of("name", subject.name(), "digest", new TreeMap<>(subject.digests())))
                .toList();
        return Map.of("_type", TYPE, "subject", about, "predicateType", predicateType, "predicate", predicate);
    }

    /// Reads the payload that [DsseEnvelope#verify] gave; a payload of another type is malformed.
    public static InTotoStatement read(DsseEnvelope envelope, DsseEnvelope.Verified verified, JsonReader json)
            throws MalformedException {
        if (!envelope.payloadType().equals(PAYLOAD_TYPE)) {
            throw new MalformedException("not an in-toto statement but " + envelope.payloadType());
        }
        return ofMap(json.object(verified.payload()));
    }

    public static InTotoStatement ofMap(Map<String, ?> json) throws MalformedException {
        if (!Members.text(json, "_type").equals(TYPE)) {
            throw new MalformedException("_type is not " + TYPE);
        }
        var subjects = new ArrayList<Subject>();
        for (var one : Members.list(json, "subject")) {
            subjects.add(subject(Members.object(one, "subject[]")));
        }
        try {
            return new InTotoStatement(
                    subjects, Members.text(json, "predicateType"), Members.object(json, "predicate"));
        } catch (IllegalArgumentException e) {
            throw new MalformedException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Subject subject(Map<String, Object> json) throws MalformedException {
        var digests = new LinkedHashMap<String, String>();
        for (var entry : Members.object(json, "digest").entrySet()) {
            if (!(entry.getValue() instanceof String hex)) {
                throw new MalformedException("subject[].digest." + entry.getKey() + " is not a text");
            }
            digests.put(entry.getKey(), hex);
        }
        try {
            return new Subject(json.get("name") instanceof String name ? name : "", digests);
        } catch (IllegalArgumentException e) {
            throw new MalformedException(String.valueOf(e.getMessage()), e);
        }
    }
}
