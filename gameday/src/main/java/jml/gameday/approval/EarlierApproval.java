package jml.gameday.approval;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jml.core.approval.Approval;
import jml.core.approval.Binding;
import jml.core.approval.Evidence;
import jml.core.approval.KeptDecisions;
import jml.core.approval.Scope;
import jml.core.policy.PolicyDecision;
import jml.core.signing.Sha256;

/// The decision that somebody made before the simulated story begins, as tags of the version that serves.
public final class EarlierApproval {
    private EarlierApproval() {}

    /// @param since when the version began to serve
    public static Map<String, String> tags(
            String model, String version, Sha256 artifact, String environment, Instant since) {
        var at = since.minus(Duration.ofHours(2));
        var evidence = new Evidence(
                at,
                model,
                version,
                "",
                artifact,
                null,
                new Scope(environment, 100),
                null,
                List.of(),
                "valid, credit-ci",
                new PolicyDecision("no rules in the profile", null, at, List.of(), ""),
                List.of(),
                List.of("It was decided before the simulation begins."));
        var approval = new Approval(
                Approval.Decision.APPROVE,
                model,
                version,
                new Binding(artifact, evidence.digest(), evidence.scope()),
                SimulatedPeople.OWNER,
                "Agrees with its baseline; the credit board has read the report.",
                at,
                Optional.empty(),
                false);
        return KeptDecisions.tags(approval.sign(SimulatedPeople.key(SimulatedPeople.OWNER)), evidence.bytes());
    }
}
