package jml.engine.approval;

import java.util.List;
import java.util.stream.Collectors;
import jml.core.act.Check;
import jml.core.act.Check.Subject;
import jml.core.act.Proposal;
import jml.core.fleet.FleetSnapshot;
import jml.core.policy.PolicyDecision;
import jml.core.policy.RuleResult;
import jml.core.source.SourceException;
import jml.core.text.Words;
import jml.engine.act.Question;

/// Whether the profile's rules allow that a version gets traffic. Rules never hold up a step back.
public final class PolicyQuestion implements Question {
    private final SignedApprovals approvals;

    public PolicyQuestion(SignedApprovals approvals) {
        this.approvals = approvals;
    }

    @Override
    public Subject subject() {
        return Subject.POLICY;
    }

    @Override
    public List<Check> of(Proposal proposal, FleetSnapshot fleet) throws SourceException, InterruptedException {
        if (!ForwardStep.takesTraffic(proposal) || !approvals.hasRules()) {
            return List.of();
        }
        var candidate = approvals.known(fleet, proposal.model(), proposal.to());
        var row = fleet.roster().row(proposal.model());
        if (candidate.isEmpty() || row.isEmpty()) {
            return List.of(Check.unanswered(
                    subject(),
                    "no registry tells " + Words.version(proposal.to()) + ", so the rules have nothing to look at"));
        }
        int weight = ForwardStep.weight(proposal, fleet.model(row.getAsInt()));
        var review = approvals.demanded(proposal.model()) ? approvals.review(candidate.get()) : null;
        return List.of(
                check(approvals.decision(candidate.get(), proposal.purpose().name(), weight, review)));
    }

    private Check check(PolicyDecision decision) {
        return switch (decision.outcome()) {
            case ALLOWED ->
                decision.warnings().isEmpty()
                        ? Check.ready(subject(), decision.sentence())
                        : Check.toKnow(
                                subject(),
                                decision.sentence() + " " + sentences(decision.warnings()),
                                remedies(decision.warnings()));
            case DENIED -> Check.stops(subject(), sentences(decision.denials()), remedies(decision.denials()));
            case NOT_DECIDED ->
                Check.stops(subject(), decision.sentence(), List.of("Mend the rules, or name others in the profile"));
        };
    }

    private static String sentences(List<RuleResult> results) {
        return results.stream()
                .map(it -> it.title() + " (" + it.policy() + "): " + it.reason())
                .collect(Collectors.joining(" "));
    }

    private static List<String> remedies(List<RuleResult> results) {
        return results.stream()
                .map(RuleResult::remedy)
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }
}
