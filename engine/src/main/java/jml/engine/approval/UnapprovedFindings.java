package jml.engine.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jml.core.approval.ApprovalDemands;
import jml.core.approval.ApprovalVerification;
import jml.core.approval.ArtifactDigest;
import jml.core.approval.CheckedApproval;
import jml.core.approval.FourEyes;
import jml.core.approval.KeptDecisions;
import jml.core.approval.ServedVersion;
import jml.core.approval.TrustedKey;
import jml.core.approval.UnapprovedVersion;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Placement;
import jml.core.fleet.Roster;
import jml.core.model.ModelKey;
import jml.core.registry.ModelVersion;
import jml.core.registry.RegisteredModel;
import jml.core.release.Workload;
import jml.core.signing.JsonReader;
import jml.core.signing.Sha256;
import jml.core.source.SourceException;
import org.jspecify.annotations.Nullable;

/// Finds versions that serve and that nobody approved as they are, from what the registry's poll brought anyway: no
/// request. Only the version in service is looked at; a canary is judged by the questions before each step. Who made a
/// version takes a request a version, and is checked when somebody decides. One thread at a time.
public final class UnapprovedFindings {
    /// Keys end and are revoked while nothing else changes.
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private static final int WHOLE = 100;

    private final ApprovalDemands demands;
    private final TrustedKeys trusted;
    private final JsonReader json;
    private final Map<ModelKey, Known> known = new HashMap<>();
    private final Map<ModelKey, Untold> untold = new HashMap<>();
    private @Nullable Trust trust;
    private Roster told = Roster.EMPTY;
    private Roster said = Roster.EMPTY;

    public UnapprovedFindings(ApprovalDemands demands, TrustedKeys trusted, JsonReader json) {
        this.demands = demands;
        this.trusted = trusted;
        this.json = json;
    }

    /// What the registries have told.
    public interface Told {
        /// A model as its registry told it last.
        Optional<RegisteredModel> model(String source, String name);

        /// False while a registry of the environment has told nothing since the start: what it does not tell may only
        /// not be known yet.
        boolean all(String environment);
    }

    /// Where nobody needs to approve anything.
    public static UnapprovedFindings none() {
        return new UnapprovedFindings(ApprovalDemands.NONE, List::of, _ -> Map.of());
    }

    /// @param told facts without the finding; said those with it
    private record Known(
            ModelFacts told, RegisteredModel registered, Trust trust, List<CheckedApproval> checked, ModelFacts said) {}

    private record Untold(ModelFacts told, ModelFacts said) {}

    /// @param fault why the keys cannot be read; empty when they can
    private record Trust(Instant at, List<TrustedKey> keys, String fault) {}

    /// The same rows, with one finding more where a version serves unapproved.
    @SuppressWarnings("ReferenceEquality") // what did not change is the very same object
    public Roster in(Roster roster, Told registries, Instant now) {
        if (demands.rules().isEmpty()) {
            return roster;
        }
        var facts = new ArrayList<ModelFacts>(roster.size());
        for (var model : roster.models()) {
            var who = demands.of(model.key());
            if (who.isEmpty() || model.version().isEmpty()) {
                facts.add(model);
                continue;
            }
            var told = registries.model(model.registrySource(), model.registryName());
            if (told.isPresent()) {
                facts.add(said(model, told.get(), who.get(), now));
            } else {
                facts.add(registries.all(model.key().environment()) ? untold(model) : model);
            }
        }
        if (roster != told || !same(facts, said.models())) {
            told = roster;
            known.keySet().removeIf(gone -> roster.row(gone).isEmpty());
            untold.keySet().removeIf(gone -> roster.row(gone).isEmpty());
            said = same(facts, roster.models()) ? roster : roster.with(facts);
        }
        return said;
    }

    @SuppressWarnings("ReferenceEquality")
    private static boolean same(List<ModelFacts> some, List<ModelFacts> others) {
        for (int row = 0; row < some.size(); row++) {
            if (row >= others.size() || some.get(row) != others.get(row)) {
                return false;
            }
        }
        return some.size() == others.size();
    }

    @SuppressWarnings("ReferenceEquality")
    private ModelFacts said(ModelFacts facts, RegisteredModel registered, FourEyes who, Instant now) {
        var keys = trust(now);
        var before = known.get(facts.key());
        if (before != null
                && before.told() == facts
                && before.trust() == keys
                && before.registered().equals(registered)) {
            return before.said();
        }
        var tags = registered.version(facts.version()).map(ModelVersion::tags).orElse(Map.of());
        // Signatures are checked again only when they or the keys are others: time changes nothing in them.
        var checked = before != null
                        && before.trust().keys().equals(keys.keys())
                        && before.registered().equals(registered)
                        && before.told().version().equals(facts.version())
                ? before.checked()
                : checked(tags, keys, now);
        var finding = finding(facts, tags, checked, who, keys, now);
        var said = finding.isEmpty() ? facts : with(facts, finding.get());
        if (before != null && before.said().equals(said)) {
            said = before.said();
        }
        known.put(facts.key(), new Known(facts, registered, keys, checked, said));
        return said;
    }

    @SuppressWarnings("ReferenceEquality")
    private ModelFacts untold(ModelFacts facts) {
        var before = untold.get(facts.key());
        if (before == null || before.told() != facts) {
            var finding = facts.key().name() + " v" + facts.version() + " serves in "
                    + facts.key().environment() + ", and no registry tells it: nobody can say whether it was approved.";
            before = new Untold(facts, with(facts, finding));
            untold.put(facts.key(), before);
        }
        return before.said();
    }

    private Trust trust(Instant now) {
        var held = trust;
        if (held == null || Duration.between(held.at(), now).abs().compareTo(AGAIN) >= 0) {
            try {
                held = new Trust(now, trusted.all(), "");
            } catch (SourceException e) {
                held = new Trust(now, List.of(), String.valueOf(e.getMessage()));
            }
            trust = held;
        }
        return held;
    }

    private List<CheckedApproval> checked(Map<String, String> tags, Trust keys, Instant now) {
        var verification = new ApprovalVerification(keys.keys(), json);
        return KeptDecisions.of(tags, json).envelopes().stream()
                .map(envelope -> verification.check(envelope, now))
                .toList();
    }

    private static Optional<String> finding(
            ModelFacts facts,
            Map<String, String> tags,
            List<CheckedApproval> decisions,
            FourEyes who,
            Trust keys,
            Instant now) {
        if (!keys.fault().isEmpty() && !decisions.isEmpty()) {
            return Optional.of("Whether " + facts.key().name() + " v" + facts.version()
                    + " was approved cannot be known: " + keys.fault());
        }
        var served = new ServedVersion(facts.key(), facts.version(), digest(facts, tags, decisions), WHOLE);
        return UnapprovedVersion.of(served, decisions, List.of(), who, now).map(UnapprovedVersion::sentence);
    }

    // A cluster tells the digest of an image: it says something only where CI wrote that one into the registry.
    private static @Nullable Sha256 digest(
            ModelFacts facts, Map<String, String> tags, List<CheckedApproval> decisions) {
        if (Signing.tagged(tags).isPresent()) {
            return facts.placements().stream()
                    .filter(it -> it.version().equals(facts.version()) && it.role() != Workload.Role.CANARY)
                    .map(Placement::digest)
                    .flatMap(it -> ArtifactDigest.parsed(it).stream())
                    .findFirst()
                    .orElse(null);
        }
        return decisions.stream()
                .flatMap(it -> it.approval().stream())
                .map(it -> it.binding().artifact())
                .findFirst()
                .orElse(null);
    }

    private static ModelFacts with(ModelFacts facts, String finding) {
        var findings = new ArrayList<String>();
        findings.add(finding);
        findings.addAll(facts.findings());
        return facts.withFindings(findings);
    }
}
