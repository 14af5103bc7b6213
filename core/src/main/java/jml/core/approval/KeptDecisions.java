package jml.core.approval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import jml.core.signing.CanonicalJson;
import jml.core.signing.DsseEnvelope;
import jml.core.signing.JsonReader;
import jml.core.signing.MalformedException;
import jml.core.signing.Sha256;

/// Signed decisions about one version with what they were made on, as the version's tags keep them. Nothing here is
/// verified: [ApprovalVerification] does that.
///
/// @param evidence by its digest; a decision may refer to evidence that was not kept
/// @param faults what is there and cannot be read, a sentence each
public record KeptDecisions(List<DsseEnvelope> envelopes, Map<Sha256, byte[]> evidence, List<String> faults) {
    public KeptDecisions {
        envelopes = List.copyOf(envelopes);
        evidence = Map.copyOf(evidence);
        faults = List.copyOf(faults);
    }

    public static KeptDecisions of(Map<String, String> tags, JsonReader json) {
        var faults = new ArrayList<String>();
        var envelopes = new ArrayList<DsseEnvelope>();
        var approvals = TagParts.in(TagParts.APPROVAL, tags);
        faults.addAll(approvals.faults());
        approvals.documents().forEach((id, document) -> {
            try {
                envelopes.add(DsseEnvelope.ofMap(json.object(document)));
            } catch (MalformedException e) {
                faults.add(TagParts.APPROVAL + "." + id + " is no signed envelope: " + e.getMessage());
            }
        });
        var evidence = new LinkedHashMap<Sha256, byte[]>();
        var kept = TagParts.in(TagParts.EVIDENCE, tags);
        faults.addAll(kept.faults());
        kept.documents().values().forEach(document -> evidence.put(Sha256.of(document), document));
        return new KeptDecisions(envelopes, evidence, faults);
    }

    /// The tags that keep one decision, in the order in which to write them: what it was made on first.
    public static SequencedMap<String, String> tags(DsseEnvelope envelope, byte[] evidence) {
        var tags = new LinkedHashMap<String, String>(TagParts.of(TagParts.EVIDENCE, evidence));
        tags.putAll(TagParts.of(TagParts.APPROVAL, CanonicalJson.bytes(envelope.toMap())));
        return tags;
    }
}
