package jml.engine.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import jml.core.approval.Approval;
import jml.core.approval.Approvals.RefusedException;
import jml.core.approval.Approvals.Wish;
import jml.core.approval.ArtifactDigest;
import jml.core.approval.Binding;
import jml.core.approval.CheckedApproval;
import jml.core.approval.FourEyes;
import jml.core.approval.KeptDecisions;
import jml.core.approval.PendingReview;
import jml.core.approval.Review;
import jml.core.approval.Scope;
import jml.core.approval.TrustedKey;
import jml.core.audit.AuditAction;
import jml.core.audit.AuditEntry;
import jml.core.audit.AuditJournal;
import jml.core.audit.JournalException;
import jml.core.fleet.identity.RegistryTags;
import jml.core.policy.RuleResult;
import jml.core.registry.ModelVersion;
import jml.core.signing.DsseEnvelope;
import jml.core.signing.Sha256;
import jml.core.signing.SigningKeyException;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;
import jml.engine.Pacer;

/// Signs decisions: looks once more, journals, writes, reads back. One at a time.
final class Signing {
    private static final int LOOKS = 5;
    private static final Duration BETWEEN = Duration.ofMillis(500);

    private final Decisions decisions;
    private final Registries registries;
    private final TagWriting writing;
    private final AuditJournal audit;
    private final Pacer pacer;
    private final ReadBack readBack;
    private final Map<Unfinished, DsseEnvelope> unfinished = new HashMap<>();

    /// A decision that was signed and whose tags are not known to be written.
    private record Unfinished(Binding binding, String person, Wish wish) {}

    Signing(Decisions decisions, Registries registries, TagWriting writing, AuditJournal audit, Pacer pacer) {
        this.decisions = decisions;
        this.registries = registries;
        this.writing = writing;
        this.audit = audit;
        this.pacer = pacer;
        this.readBack = new ReadBack(pacer);
    }

    ReadBack readBack() {
        return readBack;
    }

    /// The digest that CI wrote.
    static Optional<Sha256> tagged(Map<String, String> tags) {
        return ArtifactDigest.tagged(tags, RegistryTags.defaults().digest());
    }

    synchronized CheckedApproval decide(Candidate candidate, PendingReview review, Wish wish)
            throws SourceException, SigningKeyException, RefusedException, InterruptedException {
        var fresh = read(candidate);
        var found = decisions.in(fresh.tags());
        var now = pacer.instant();
        var me = decisions
                .mine(SignedApprovals.KEY, found.trusted())
                .orElseThrow(() -> new RefusedException("Nothing was signed: this machine's key is not trusted."));
        refuse(again(review, me).obstacle(wish, now));
        refuse(moved(fresh, review));
        var approval = approval(review.evidence().binding(), review, wish, me.person(), now);
        return signed(candidate, fresh, review, approval, SignedApprovals.KEY);
    }

    /// That no person looked, by that rule, for no more traffic than that. A person's no goes before it, also one that
    /// no poll has brought yet; what allows it already is not signed again.
    synchronized void pass(Candidate candidate, PendingReview review, RuleResult rule, int weight)
            throws SourceException, SigningKeyException, RefusedException, InterruptedException {
        var fresh = read(candidate);
        var now = pacer.instant();
        var evidence = review.evidence();
        refuse(moved(fresh, review));
        var whole = evidence.binding();
        var scope = new Scope(whole.scope().environment(), weight);
        var bound = new Binding(whole.artifact(), whole.evidence(), scope);
        var found = decisions.in(fresh.tags());
        var standing = Review.of(bound, found.checked(), review.contributions(), review.fourEyes(), now);
        if (standing.outcome() == Review.Outcome.REJECTED) {
            throw new RefusedException("Nothing was signed: it was rejected meanwhile.");
        }
        if (standing.outcome().allows()) {
            return;
        }
        var me = decisions
                .policyKey(now)
                .orElseThrow(() -> new RefusedException("Nothing was signed: " + Decisions.NO_POLICY_KEY + "."));
        var reason = "No person looked, by the rule " + rule.policy() + ": " + rule.title() + ", " + weight
                + "% of traffic.";
        var wish = new Wish(Approval.Decision.PASS_BY_POLICY, reason, Optional.empty(), false);
        signed(candidate, fresh, review, approval(bound, review, wish, me.person(), now), FourEyes.POLICY);
    }

    private CheckedApproval signed(
            Candidate candidate, ModelVersion fresh, PendingReview review, Approval wished, String key)
            throws SourceException, SigningKeyException, RefusedException, InterruptedException {
        var pending = new Unfinished(wished.binding(), wished.approver(), wish(wished));
        var envelope = unfinished.get(pending);
        if (envelope == null) {
            envelope = wished.sign(decisions.own(key));
            journal(wished, envelope, candidate, "signed");
            unfinished.put(pending, envelope);
        }
        var checked = written(candidate, fresh, envelope, review.evidence().bytes());
        unfinished.remove(pending);
        journal(checked.approval().orElseThrow(), envelope, candidate, "in the registry");
        return checked;
    }

    private static void refuse(Optional<String> obstacle) throws RefusedException {
        if (obstacle.isPresent()) {
            throw new RefusedException("Nothing was signed: " + obstacle.get());
        }
    }

    // With the keys as they are trusted now, not as they were when the review was made.
    private static PendingReview again(PendingReview review, TrustedKey me) {
        return new PendingReview(
                review.model(),
                review.evidence(),
                review.review(),
                review.fourEyes(),
                review.people(),
                review.contributions(),
                me.person(),
                me,
                review.since(),
                review.until(),
                review.then());
    }

    private static Optional<String> moved(ModelVersion fresh, PendingReview review) {
        return tagged(fresh.tags())
                .filter(digest -> !Objects.equals(digest, review.evidence().artifact()))
                .map(digest -> "the registry names another artifact since the evidence was frozen, sha256:"
                        + digest.hex().substring(0, 12) + "…; freeze it again and look.");
    }

    private static Wish wish(Approval approval) {
        return new Wish(approval.decision(), approval.reason(), approval.exception(), approval.bypass());
    }

    private static Approval approval(Binding binding, PendingReview review, Wish wish, String person, Instant now) {
        var evidence = review.evidence();
        return new Approval(
                wish.decision(),
                evidence.model(),
                evidence.version(),
                binding,
                person,
                wish.reason().strip(),
                now,
                wish.exception(),
                wish.bypass());
    }

    private CheckedApproval written(Candidate candidate, ModelVersion fresh, DsseEnvelope envelope, byte[] evidence)
            throws SourceException, InterruptedException {
        var tags = KeptDecisions.tags(envelope, evidence);
        writing.write(candidate, tags, fresh.tags());
        var id = Sha256.of(envelope.payload());
        for (int look = 0; look < LOOKS; look++) {
            for (var checked : decisions.in(read(candidate).tags()).checked()) {
                if (checked.id().equals(id)) {
                    readBack.keep(
                            candidate.facts().registrySource(),
                            candidate.registered().name(),
                            candidate.name(),
                            tags);
                    return checked;
                }
            }
            pacer.sleep(BETWEEN);
        }
        throw new SourceException(
                candidate.facts().registrySource(),
                Kind.BAD_ANSWER,
                "The registry took the decision and does not show it, so it does not count yet. Decide again to write what"
                        + " is missing.");
    }

    private ModelVersion read(Candidate candidate) throws SourceException, InterruptedException {
        var source = candidate.facts().registrySource();
        var registry = registries
                .connected(source)
                .orElseThrow(() -> new SourceException(source, Kind.MISCONFIGURED, source + " is not connected."));
        var name = candidate.registered().name();
        return registry.version(name, candidate.name())
                .orElseThrow(() -> new SourceException(
                        source, Kind.REFUSED, name + " has no version " + candidate.name() + " any more."));
    }

    private void journal(Approval approval, DsseEnvelope envelope, Candidate candidate, String state)
            throws RefusedException {
        var action =
                switch (approval.decision()) {
                    case APPROVE, PASS_BY_POLICY -> AuditAction.APPROVAL;
                    case REJECT -> AuditAction.REJECTION;
                    case APPROVE_WITH_EXCEPTION -> AuditAction.EXCEPTION;
                };
        var details = new HashMap<String, String>();
        details.put("state", state);
        details.put("decision", approval.decision().word());
        details.put("id", Sha256.of(envelope.payload()).hex());
        details.put("artifact", approval.binding().artifact().hex());
        details.put("evidence", approval.binding().evidence().hex());
        details.put("scope", approval.binding().scope().toString());
        details.put("reason", approval.reason());
        if (approval.decision() == Approval.Decision.PASS_BY_POLICY) {
            details.put("looked", "no person");
        }
        details.put("bypass", String.valueOf(approval.bypass()));
        details.put(AuditEntry.MODEL, candidate.facts().key().name());
        approval.exception().ifPresent(terms -> {
            details.put("rules", String.join(", ", terms.rules()));
            details.put("owner", terms.owner());
            details.put("endsAt", terms.endsAt().toString());
        });
        var subject = candidate.registered().name() + "@" + candidate.name() + " in "
                + candidate.environment().name();
        try {
            audit.append(new AuditEntry(action, approval.approver(), subject, details));
        } catch (JournalException e) {
            throw new RefusedException("The audit journal cannot be written (" + e.getMessage() + "): "
                    + (state.equals("signed") ? "nothing was sent." : "the decision is in the registry."));
        }
    }
}
