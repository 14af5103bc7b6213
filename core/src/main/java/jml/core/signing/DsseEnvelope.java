package jml.core.signing;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A signed payload of a stated type: DSSE 1.0.2. Nothing of the payload may be used before [#verify] gave it.
///
/// @param payloadType what the payload is, signed with it
public record DsseEnvelope(String payloadType, byte[] payload, List<EnvelopeSignature> signatures) {
    public DsseEnvelope {
        payload = payload.clone();
        signatures = List.copyOf(signatures);
    }

    /// @param keyId which key is said to have signed: a hint, never a decision; may be empty
    public record EnvelopeSignature(String keyId, byte[] signature) {}

    /// @param payload exactly the bytes that were signed: read these and no others
    /// @param signers of the keys given, those that signed
    public record Verified(byte[] payload, Set<VerifyingKey> signers) {
        public Verified {
            signers = Set.copyOf(signers);
        }
    }

    public static DsseEnvelope sign(String payloadType, byte[] payload, SigningKey... keys) {
        var message = preAuthentication(payloadType, payload);
        var signatures = Arrays.stream(keys)
                .map(key -> new EnvelopeSignature(key.publicKey().keyId(), key.sign(message)))
                .toList();
        return new DsseEnvelope(payloadType, payload, signatures);
    }

    /// The bytes that are signed: type and payload with their lengths in bytes.
    public static byte[] preAuthentication(String payloadType, byte[] payload) {
        int typeLength = payloadType.getBytes(StandardCharsets.UTF_8).length;
        var head = ("DSSEv1 " + typeLength + " " + payloadType + " " + payload.length + " ")
                .getBytes(StandardCharsets.UTF_8);
        var message = Arrays.copyOf(head, head.length + payload.length);
        System.arraycopy(payload, 0, message, head.length, payload.length);
        return message;
    }

    /// Which of the trusted keys signed. A key counts once however often it signed. The payload may be used when there
    /// are as many signers as the reader demands; see [#verify(Collection, int)].
    public Set<VerifyingKey> signers(Collection<VerifyingKey> trusted) {
        var message = preAuthentication(payloadType, payload);
        var signers = new LinkedHashSet<VerifyingKey>();
        for (var key : trusted) {
            if (signatures.stream().anyMatch(signature -> key.verifies(message, signature.signature()))) {
                signers.add(key);
            }
        }
        return signers;
    }

    /// The payload, when at least `threshold` different trusted keys signed it; empty otherwise.
    public Optional<Verified> verify(Collection<VerifyingKey> trusted, int threshold) {
        if (threshold < 1) {
            throw new IllegalArgumentException("at least one signature must be demanded");
        }
        var signers = signers(trusted);
        return signers.size() < threshold ? Optional.empty() : Optional.of(new Verified(payload.clone(), signers));
    }

    /// Of the JSON form. Base64 may be the standard or the URL-safe one; unknown members are ignored.
    public static DsseEnvelope ofMap(Map<String, ?> json) throws MalformedException {
        var signatures = new ArrayList<EnvelopeSignature>();
        for (var one : Members.list(json, "signatures")) {
            var signature = Members.object(one, "signatures[]");
            var keyId = signature.get("keyid");
            signatures.add(new EnvelopeSignature(
                    keyId instanceof String text ? text : "", base64(Members.text(signature, "sig"), "sig")));
        }
        if (signatures.isEmpty()) {
            throw new MalformedException("an envelope without a signature");
        }
        return new DsseEnvelope(
                Members.text(json, "payloadType"), base64(Members.text(json, "payload"), "payload"), signatures);
    }

    /// For printing as JSON.
    public Map<String, Object> toMap() {
        var base64 = Base64.getEncoder();
        var signed = signatures.stream()
                .map(one -> Map.of("keyid", one.keyId(), "sig", base64.encodeToString(one.signature())))
                .toList();
        return Map.of("payload", base64.encodeToString(payload), "payloadType", payloadType, "signatures", signed);
    }

    private static byte[] base64(String text, String member) throws MalformedException {
        try {
            return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
        } catch (IllegalArgumentException e) {
            throw new MalformedException(member + " is not base64", e);
        }
    }
}
