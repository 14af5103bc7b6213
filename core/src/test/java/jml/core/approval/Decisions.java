package jml.core.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jml.core.signing.CanonicalJson;
import jml.core.signing.DsseEnvelope;
import jml.core.signing.JsonReader;
import jml.core.signing.MalformedException;
import jml.core.signing.Sha256;
import jml.core.signing.SigningKey;
import org.jspecify.annotations.Nullable;

/// People with keys, and what they sign, for tests.
final class Decisions {
    static final Instant NOW = Instant.parse("2026-11-11T14:32:06Z");
    static final Sha256 ARTIFACT = Sha256.of(new byte[] {1});
    static final Sha256 EVIDENCE = Sha256.of(new byte[] {2});
    static final Scope SCOPE = new Scope("prod-eu", 100);
    static final Binding WANTED = new Binding(ARTIFACT, EVIDENCE, SCOPE);

    private final Map<String, SigningKey> keys = new HashMap<>();
    private final List<TrustedKey> trusted = new ArrayList<>();
    private final Map<Sha256, Map<String, Object>> signed = new HashMap<>();

    Decisions with(String person, String... roles) {
        return with(person, null, null, roles);
    }

    Decisions with(String person, @Nullable Instant until, @Nullable Instant revoked, String... roles) {
        var key = SigningKey.generate();
        keys.put(person, key);
        trusted.add(new TrustedKey(person, Set.of(roles), key.publicKey(), null, until, revoked, "lost laptop"));
        return this;
    }

    DsseEnvelope signed(Approval approval) {
        return signed(approval, approval.approver());
    }

    DsseEnvelope signed(Approval approval, String signer) {
        var envelope = approval.sign(keys.computeIfAbsent(signer, _ -> SigningKey.generate()));
        signed.put(
                Sha256.of(CanonicalJson.bytes(approval.statement().toMap())),
                approval.statement().toMap());
        return envelope;
    }

    CheckedApproval checked(Approval approval) {
        return check(signed(approval));
    }

    CheckedApproval check(DsseEnvelope envelope) {
        JsonReader json = bytes -> {
            var map = signed.get(Sha256.of(bytes));
            if (map == null) {
                throw new MalformedException("not signed here");
            }
            return map;
        };
        return new ApprovalVerification(trusted, json).check(envelope, NOW);
    }

    static Approval approval(String person) {
        return approval(person, WANTED);
    }

    static Approval approval(String person, Binding binding) {
        return approval(person, Approval.Decision.APPROVE, binding, NOW.minusSeconds(60));
    }

    static Approval approval(String person, Approval.Decision decision, Binding binding, Instant at) {
        return new Approval(
                decision, "credit-underwriting", "8", binding, person, "read it", at, Optional.empty(), false);
    }

    static Approval bypass(String person) {
        var it = approval(person);
        return new Approval(
                it.decision(),
                it.model(),
                it.version(),
                it.binding(),
                person,
                "outage",
                it.decidedAt(),
                Optional.empty(),
                true);
    }

    static Approval exception(String person, Instant endsAt) {
        var terms = new Approval.ExceptionTerms(List.of("data-sheet-fresh"), "risk office", endsAt);
        return new Approval(
                Approval.Decision.APPROVE_WITH_EXCEPTION,
                "credit-underwriting",
                "8",
                WANTED,
                person,
                "until renewed",
                NOW.minusSeconds(86_400),
                Optional.of(terms),
                false);
    }
}
