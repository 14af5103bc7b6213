package jml.engine.approval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import jml.core.approval.ApprovalDemands;
import jml.core.approval.Approvals;
import jml.core.approval.ArtifactDigest;
import jml.core.approval.CheckedApproval;
import jml.core.approval.Evidence;
import jml.core.approval.FourEyes;
import jml.core.approval.Judged;
import jml.core.approval.PendingReview;
import jml.core.approval.Review;
import jml.core.approval.Scope;
import jml.core.audit.AuditJournal;
import jml.core.fleet.FleetSnapshot;
import jml.core.judge.Rulings;
import jml.core.model.ModelKey;
import jml.core.policy.PolicyDecision;
import jml.core.policy.PolicyEngine;
import jml.core.policy.RuleResult;
import jml.core.signing.JsonReader;
import jml.core.signing.SigningKeyException;
import jml.core.signing.SigningKeys;
import jml.core.source.SourceException;
import jml.core.text.Words;
import jml.engine.Pacer;
import jml.engine.act.Actuators;
import org.jspecify.annotations.Nullable;

/// Approvals kept as tags of the version in its registry, signed with this machine's key. Looking asks the registry
/// only when evidence is collected: once a version, and when a person wants it anew.
public final class SignedApprovals implements Approvals {
    /// What the key for decisions is called where keys are kept.
    public static final String KEY = "approval";

    /// Percent of traffic that people decide about.
    static final int WHOLE = 100;

    private static final FourEyes ANYBODY = new FourEyes(1, Set.of());

    private final Supplier<FleetSnapshot> fleet;
    private final Rules rules;
    private final Registries registries;
    private final Dossiers dossiers;
    private final AskedRules policies;
    private final Decisions decisions;
    private final Signing signing;
    private final Pacer pacer;
    private final FrozenEvidence frozen = new FrozenEvidence();

    /// What the profile wants.
    ///
    /// @param policies null when the profile has no rules
    public record Rules(ApprovalDemands demands, @Nullable PolicyEngine policies, TrustedKeys trusted) {}

    /// What decisions are read from and written to.
    public record Means(
            Registries registries, Actuators actuators, SigningKeys keys, AuditJournal audit, JsonReader json) {}

    /// @param fleet the newest live snapshot
    public SignedApprovals(Supplier<FleetSnapshot> fleet, Rulings rulings, Rules rules, Means means, Pacer pacer) {
        this.fleet = fleet;
        this.rules = rules;
        this.pacer = pacer;
        this.registries = means.registries();
        this.dossiers = new Dossiers(means.registries(), rulings, pacer);
        this.policies = new AskedRules(rules.policies(), dossiers, pacer);
        this.decisions = new Decisions(rules.trusted(), means.keys(), means.json(), pacer);
        this.signing = new Signing(
                decisions, means.registries(), new TagWriting(means.actuators(), pacer), means.audit(), pacer);
    }

    @Override
    public List<PendingReview> pending() throws SourceException, InterruptedException {
        var waiting = new ArrayList<PendingReview>();
        var snapshot = fleet.get();
        for (var facts : snapshot.roster().models()) {
            if (facts.releasing()) {
                var candidate = candidate(snapshot, facts.key(), facts.candidate());
                if (candidate.isPresent()) {
                    var review = review(candidate.get());
                    if (review.review().outcome() == Review.Outcome.WAITING) {
                        waiting.add(review);
                    }
                }
            }
        }
        waiting.sort(Comparator.comparing(PendingReview::since).thenComparing(PendingReview::model));
        return waiting;
    }

    @Override
    public PendingReview freeze(PendingReview review) throws SourceException, InterruptedException {
        var candidate = candidate(fleet.get(), review.model(), review.evidence().version())
                .orElseThrow(() ->
                        new SourceException(review.model().environment(), SourceException.Kind.REFUSED, gone(review)));
        var anew = collect(candidate, true);
        frozen.keep(candidate, anew);
        return review(candidate, anew, decisions.in(candidate.version().tags()));
    }

    @Override
    public CheckedApproval decide(PendingReview review, Wish wish)
            throws SourceException, SigningKeyException, RefusedException, InterruptedException {
        var candidate = candidate(fleet.get(), review.model(), review.evidence().version())
                .orElseThrow(() -> new RefusedException(gone(review)));
        var now = frozen.kept(candidate);
        if (now.isPresent()
                && !now.get().evidence().digest().equals(review.evidence().digest())) {
            throw new RefusedException("Nothing was signed: the evidence was frozen again at "
                    + now.get().evidence().frozenAt() + ". Look at it first.");
        }
        return signing.decide(candidate, review, wish);
    }

    private static String gone(PendingReview review) {
        return Words.version(review.evidence().version()) + " of "
                + review.model().name() + " does not wait for an approval any more.";
    }

    /// Who must approve a model's versions; empty when nobody needs to.
    boolean demanded(ModelKey model) {
        return rules.demands().of(model).isPresent();
    }

    boolean hasRules() {
        return policies.any();
    }

    /// A version that needs approval; empty when nobody needs to approve it or no registry has it.
    Optional<Candidate> candidate(FleetSnapshot snapshot, ModelKey model, String version) {
        return rules.demands().of(model).flatMap(who -> known(snapshot, model, version, who));
    }

    /// A version that a registry has, whether somebody needs to approve it or not.
    Optional<Candidate> known(FleetSnapshot snapshot, ModelKey model, String version) {
        return known(snapshot, model, version, rules.demands().of(model).orElse(ANYBODY));
    }

    private Optional<Candidate> known(FleetSnapshot snapshot, ModelKey model, String version, FourEyes who) {
        var row = snapshot.roster().row(model);
        if (row.isEmpty()) {
            return Optional.empty();
        }
        var facts = snapshot.model(row.getAsInt());
        var environment = snapshot.environments().stream()
                .filter(it -> it.name().equals(model.environment()))
                .findFirst();
        var registered = registries.polled(facts.registrySource(), facts.registryName());
        var found = registered.flatMap(it -> it.version(version)).map(it -> signing.readBack()
                .with(facts.registrySource(), facts.registryName(), it));
        return environment.isEmpty() || found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Candidate(snapshot, facts, environment.get(), registered.get(), found.get(), who));
    }

    /// Where a version stands between wished and approved.
    PendingReview review(Candidate candidate) throws SourceException, InterruptedException {
        var found = decisions.in(candidate.version().tags());
        return review(candidate, shown(candidate, found), found);
    }

    private FrozenEvidence.Frozen shown(Candidate candidate, Decisions.Found found) throws InterruptedException {
        var kept = frozen.kept(candidate).filter(it -> fits(candidate, it.evidence()));
        var decided = FrozenEvidence.decided(candidate, found, decisions).filter(it -> fits(candidate, it));
        if (decided.isPresent()) {
            var own = kept.filter(it -> it.evidence().equals(decided.get())
                    || (it.asked()
                            && it.evidence().frozenAt().isAfter(decided.get().frozenAt())));
            if (own.isPresent()) {
                return own.get();
            }
            var contributions = kept.isPresent()
                    ? kept.get().contributions()
                    : dossiers.of(candidate).contributions();
            var theirs = new FrozenEvidence.Frozen(decided.get(), contributions, false);
            frozen.keep(candidate, theirs);
            return theirs;
        }
        if (kept.isPresent()) {
            return kept.get();
        }
        var anew = collect(candidate, false);
        frozen.keep(candidate, anew);
        return anew;
    }

    /// False when the version's artifact is another one by now: nothing decided before holds for it.
    private static boolean fits(Candidate candidate, Evidence evidence) {
        return Signing.tagged(candidate.version().tags())
                .map(digest -> Objects.equals(digest, evidence.artifact()))
                .orElse(true);
    }

    private FrozenEvidence.Frozen collect(Candidate candidate, boolean asked) throws InterruptedException {
        var dossier = dossiers.anew(candidate);
        var now = pacer.instant();
        var ruling = dossier.ruling();
        var evidence = new Evidence(
                now,
                candidate.registered().name(),
                candidate.name(),
                candidate.facts().version(),
                dossier.artifact().orElse(null),
                ArtifactDigest.parsed(candidate.image()).orElse(null),
                new Scope(candidate.environment().name(), WHOLE),
                ruling == null ? null : Judged.of(ruling),
                dossier.differences(),
                dossier.signatureWords(),
                policies.beforeApproval(dossier, now),
                dossier.checklist(),
                dossier.notCovered());
        return new FrozenEvidence.Frozen(evidence, dossier.contributions(), asked);
    }

    /// What the profile's rules say of a step, with what people decided.
    ///
    /// @param review null when nobody needs to approve
    PolicyDecision decision(Candidate candidate, String purpose, int weight, @Nullable PendingReview review)
            throws InterruptedException {
        return policies.of(candidate, purpose, weight, review);
    }

    /// The rule by which nobody has to approve a step of a version that waits, once it is known that the console may
    /// sign so: empty when a person has to.
    Optional<RuleResult> passing(Candidate candidate, String purpose, int weight, PendingReview review)
            throws InterruptedException {
        return policies.of(candidate, purpose, weight, review).passesWithoutPerson();
    }

    /// Why the console cannot sign that a rule let a version pass; empty when it can.
    Optional<String> cannotPass() throws SourceException, InterruptedException {
        return decisions.policyKey(pacer.instant()).isPresent()
                ? Optional.empty()
                : Optional.of(Decisions.NO_POLICY_KEY);
    }

    /// Signs with the console's own key that no person looked, by which rule, and brings it into the audit and the
    /// registry; nothing happens when the same is there already.
    void pass(Candidate candidate, PendingReview review, RuleResult rule, int weight)
            throws SourceException, SigningKeyException, RefusedException, InterruptedException {
        signing.pass(candidate, review, rule, weight);
    }

    private PendingReview review(Candidate candidate, FrozenEvidence.Frozen shown, Decisions.Found found)
            throws InterruptedException {
        var evidence = shown.evidence();
        var who = candidate.fourEyes();
        var review = evidence.artifact() == null
                ? new Review(Review.Outcome.WAITING, 0, who.needed(), List.of())
                : Review.of(evidence.binding(), found.checked(), shown.contributions(), who, pacer.instant());
        var mine = decisions.mine(KEY, found.trusted());
        return new PendingReview(
                candidate.facts().key(),
                evidence,
                review,
                who,
                found.trusted(),
                shown.contributions(),
                mine.map(it -> it.person()).orElse(""),
                mine.orElse(null),
                candidate.since(),
                null,
                then(candidate, evidence));
    }

    private static String then(Candidate candidate, Evidence evidence) {
        return evidence.policies()
                        .passesWithoutPerson()
                        .map(it -> "No person is needed, by the rule " + it.policy()
                                + ": unless somebody rejects, the console signs that when the version gets traffic. ")
                        .orElse("")
                + "Then " + Words.version(candidate.name()) + " may take all traffic; nothing starts by itself.";
    }
}
