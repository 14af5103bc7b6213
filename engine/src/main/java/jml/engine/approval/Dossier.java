package jml.engine.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jml.core.approval.ArtifactDigest;
import jml.core.approval.ChecklistRow;
import jml.core.approval.Contribution;
import jml.core.fleet.Placement;
import jml.core.fleet.identity.RegistryTags;
import jml.core.judge.Ruling;
import jml.core.policy.PolicyInput;
import jml.core.registry.ArtifactSignature;
import jml.core.registry.ContractChange;
import jml.core.registry.ModelRegistry.Run;
import jml.core.registry.RegisteredModel;
import jml.core.registry.VersionComparison;
import jml.core.registry.VersionComparison.Part;
import jml.core.signing.Sha256;
import jml.core.text.Words;
import org.jspecify.annotations.Nullable;

/// All that is known of a version that is to be decided about, collected at one instant.
///
/// @param ruling null when no judge looked
/// @param run that made it; null when the registry does not tell it
/// @param comparison with the version in service; null when there is none or nobody tells of it
/// @param contract what changes for callers; null when not known
/// @param signature null when it could not be checked
/// @param notCovered what could not be found out, a sentence each
record Dossier(
        Candidate candidate,
        @Nullable Ruling ruling,
        @Nullable Run run,
        @Nullable VersionComparison comparison,
        @Nullable ContractChange contract,
        @Nullable ArtifactSignature signature,
        List<ChecklistRow> checklist,
        List<String> notCovered) {
    private static final int MOST_DIFFERENCES = 40;
    private static final int LONGEST_SENTENCE = 400;
    private static final List<String> TIER = List.of("risk.tier", "risk_tier", "tier");

    Optional<Sha256> artifact() {
        return ArtifactDigest.of(
                candidate.version().tags(), RegistryTags.defaults().digest(), signature);
    }

    String signatureWords() {
        if (signature == null) {
            return "not checked";
        }
        return signature.status().word() + (signature.signer().isEmpty() ? "" : ", " + signature.signer());
    }

    /// Who made the version. Who changed its tags since, no registry tells.
    List<Contribution> contributions() {
        var made = run;
        return made == null || made.user().isBlank()
                ? List.of()
                : List.of(new Contribution(
                        made.user(),
                        Contribution.Kind.MADE,
                        made.startedAt(),
                        "trained " + Words.version(candidate.name()) + " (run "
                                + made.id().substring(0, Math.min(8, made.id().length())) + ")"));
    }

    /// From the version in service, a sentence each.
    List<String> differences() {
        var compared = comparison;
        return compared == null
                ? List.of()
                : compared
                        .sentences(Part.CONTRACT, Part.RUN, Part.DATA, Part.PARAMETERS, Part.METRICS, Part.ARTIFACT)
                        .stream()
                        .map(it -> Words.oneLine(it, LONGEST_SENTENCE))
                        .limit(MOST_DIFFERENCES)
                        .toList();
    }

    /// Steps of the lineage that the registry does not tell, a sentence each.
    ///
    /// @param made the version's run; null when not known
    static List<String> gaps(@Nullable Run made) {
        var gaps = new ArrayList<String>();
        if (made == null) {
            gaps.add("no run is known");
        }
        if (made == null || made.commit().isEmpty()) {
            gaps.add("no commit is known");
        }
        if (made == null || made.datasets().isEmpty()) {
            gaps.add("no data set is known");
        }
        return gaps;
    }

    /// What rules may read, but for who approved.
    ///
    /// @param weight percent of traffic afterwards
    PolicyInput.Builder input(String purpose, int weight, String actor, Instant at) {
        var version = candidate.version();
        var facts = candidate.facts();
        var made = contributions();
        var input = PolicyInput.at(at)
                .act(purpose, true, weight, actor)
                .environment(candidate.environment())
                .model(
                        facts.key().name(),
                        facts.owner(),
                        tier(candidate.registered()).orElse(null))
                .version(
                        version.version(),
                        artifact().map(Sha256::hex).orElse(null),
                        made.isEmpty() ? null : made.getFirst().person(),
                        version.createdAt())
                .lineage(gaps(run).size())
                .serving(
                        facts.version(),
                        contract == null ? null : !contract.breaking().isEmpty())
                .rollback(facts.version(), serves(facts.version()), null);
        var judged = ruling;
        if (judged != null) {
            long decisions = judged.judgement().metrics().stream()
                    .mapToLong(it -> it.total().baseline() + it.total().canary())
                    .max()
                    .orElse(0);
            input.judge(
                    judged.judgement().verdict().name(),
                    decisions,
                    judged.minutes().size(),
                    judged.digest());
        }
        var signed = signature;
        if (signed != null) {
            input.signature(signed.status().word(), signed.signer());
        }
        checklist.forEach(row -> input.checklist(row.id(), row.status().name()));
        return input;
    }

    private @Nullable Boolean serves(String version) {
        return version.isEmpty()
                ? null
                : candidate.facts().placements().stream()
                        .filter(it -> it.version().equals(version))
                        .mapToInt(Placement::ready)
                        .anyMatch(ready -> ready > 0);
    }

    /// The risk tier that a registered model's tags name, 1 the highest; empty when they name none.
    static Optional<Integer> tier(RegisteredModel registered) {
        var tags = registered.tags();
        return TIER.stream()
                .map(name -> tags.getOrDefault(name, "").strip())
                .filter(value -> value.matches("[1-9]"))
                .map(Integer::valueOf)
                .findFirst();
    }
}
