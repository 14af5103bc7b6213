package jml.core.approval;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import jml.core.signing.Sha256;

/// Documents kept as tags of a version, each in parts that every registry takes: `KIND.ID` says how many parts there
/// are and what the whole hashes to, `KIND.ID.0`, `KIND.ID.1`, … hold its bytes in base64. ID is the first 16 digits of
/// that hash.
public final class TagParts {
    /// Signed decisions: DSSE envelopes in JSON.
    public static final String APPROVAL = "jml.approval";

    /// What they were made on: canonical JSON.
    public static final String EVIDENCE = "jml.evidence";

    /// Characters of a part: old MLflow servers take 5,000 a tag.
    static final int LONGEST = 4_800;

    private static final int MOST_PARTS = 200;
    private static final Pattern HEAD = Pattern.compile("(\\d{1,3}) parts, sha256 ([0-9a-f]{64})");

    private TagParts() {}

    /// @param documents that are whole, by ID
    /// @param faults what is there and cannot be read, a sentence each
    public record Found(Map<String, byte[]> documents, List<String> faults) {}

    /// The tags of one document, in the order in which to write them: its head last, so that a document that was cut
    /// off while it was written is never taken for a whole one.
    public static SequencedMap<String, String> of(String kind, byte[] document) {
        var base64 = Base64.getEncoder().encodeToString(document);
        int parts = Math.max(1, (base64.length() + LONGEST - 1) / LONGEST);
        if (parts > MOST_PARTS) {
            throw new IllegalArgumentException("too long for a registry's tags: " + document.length + " bytes");
        }
        var digest = Sha256.of(document);
        var name = kind + "." + digest.hex().substring(0, 16);
        var tags = new LinkedHashMap<String, String>();
        for (int i = 0; i < parts; i++) {
            tags.put(name + "." + i, base64.substring(i * LONGEST, Math.min(base64.length(), (i + 1) * LONGEST)));
        }
        tags.put(name, parts + " parts, sha256 " + digest.hex());
        return tags;
    }

    /// All documents of a kind among a version's tags; other tags are left alone.
    public static Found in(String kind, Map<String, String> tags) {
        var name = Pattern.compile(Pattern.quote(kind) + "\\.([0-9a-f]{16})(\\.\\d{1,3})?");
        var ids = new TreeSet<String>();
        for (var key : tags.keySet()) {
            var match = name.matcher(key);
            if (match.matches()) {
                ids.add(match.group(1));
            }
        }
        var documents = new LinkedHashMap<String, byte[]>();
        var faults = new ArrayList<String>();
        for (var id : ids) {
            try {
                documents.put(id, document(kind + "." + id, id, tags));
            } catch (IllegalArgumentException e) {
                faults.add(kind + "." + id + " " + e.getMessage());
            }
        }
        return new Found(documents, faults);
    }

    private static byte[] document(String name, String id, Map<String, String> tags) {
        var head = HEAD.matcher(tags.getOrDefault(name, ""));
        if (!head.matches()) {
            throw new IllegalArgumentException("has no readable head: it was not written to its end, or was changed");
        }
        int parts = Integer.parseInt(head.group(1));
        var base64 = new StringBuilder();
        for (int i = 0; i < parts; i++) {
            var part = tags.get(name + "." + i);
            if (part == null) {
                throw new IllegalArgumentException("misses part " + i + " of " + parts);
            }
            base64.append(part);
        }
        byte[] document;
        try {
            document = Base64.getDecoder().decode(base64.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is not base64", e);
        }
        var digest = Sha256.of(document).hex();
        if (!digest.equals(head.group(2)) || !digest.startsWith(id)) {
            throw new IllegalArgumentException("does not hash to what its head says: a part was changed or exchanged");
        }
        return document;
    }
}
