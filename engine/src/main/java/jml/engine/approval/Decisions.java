package jml.engine.approval;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jml.core.approval.ApprovalVerification;
import jml.core.approval.CheckedApproval;
import jml.core.approval.FourEyes;
import jml.core.approval.KeptDecisions;
import jml.core.approval.TrustedKey;
import jml.core.signing.JsonReader;
import jml.core.signing.SigningKey;
import jml.core.signing.SigningKeyException;
import jml.core.signing.SigningKeys;
import jml.core.source.SourceException;

/// Signed decisions among a version's tags, held against the trusted keys, and this machine's own keys.
final class Decisions {
    static final String NO_POLICY_KEY = "the console's own key is not among the trusted ones with the role policy;"
            + " console approval key console --policy prints it";

    private final TrustedKeys trusted;
    private final SigningKeys keys;
    private final JsonReader json;
    private final InstantSource clock;

    Decisions(TrustedKeys trusted, SigningKeys keys, JsonReader json, InstantSource clock) {
        this.trusted = trusted;
        this.keys = keys;
        this.json = json;
        this.clock = clock;
    }

    /// @param kept as the tags hold it
    /// @param trusted everyone's key at this instant
    record Found(KeptDecisions kept, List<CheckedApproval> checked, List<TrustedKey> trusted) {}

    Found in(Map<String, String> tags) throws SourceException {
        var all = trusted.all();
        var kept = KeptDecisions.of(tags, json);
        var verification = new ApprovalVerification(all, json);
        var checked = new ArrayList<CheckedApproval>();
        for (var envelope : kept.envelopes()) {
            checked.add(verification.check(envelope, clock.instant()));
        }
        return new Found(kept, checked, all);
    }

    JsonReader json() {
        return json;
    }

    SigningKey own(String name) throws SigningKeyException, InterruptedException {
        return keys.own(name);
    }

    /// This machine's key among the trusted ones; empty when it is not, or when it cannot be had.
    Optional<TrustedKey> mine(String name, List<TrustedKey> all) throws InterruptedException {
        try {
            var own = keys.own(name).publicKey();
            return all.stream().filter(it -> it.key().equals(own)).findFirst();
        } catch (SigningKeyException locked) {
            return Optional.empty();
        }
    }

    /// The console's own key, with which it signs what a rule lets pass; empty when it is not trusted for that now.
    Optional<TrustedKey> policyKey(Instant now) throws SourceException, InterruptedException {
        return mine(FourEyes.POLICY, trusted.all())
                .filter(it -> it.roles().contains(FourEyes.POLICY))
                .filter(it -> it.at(now) == TrustedKey.Standing.TRUSTED);
    }
}
