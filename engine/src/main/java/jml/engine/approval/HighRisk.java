package jml.engine.approval;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import jml.core.act.Proposal;
import jml.core.fleet.FleetSnapshot;
import jml.core.policy.CelPolicyEngine;
import jml.core.policy.Policy;
import jml.core.policy.PolicyGate;
import jml.core.policy.PolicyInput;
import jml.core.policy.PolicyPack;
import jml.core.policy.RuleResult;

/// Which proposals take a second person: those for which the profile's condition holds, and those for which it has no
/// answer. What only takes risk away never does.
public final class HighRisk implements Predicate<Proposal> {
    private final CelPolicyEngine engine;
    private final Supplier<FleetSnapshot> fleet;
    private final Registries registries;
    private final InstantSource clock;

    /// @param condition in CEL over the members of [PolicyInput]: `model.tier == 1 && act.weight > 25`
    /// @param fleet the newest live snapshot
    public HighRisk(String condition, Supplier<FleetSnapshot> fleet, Registries registries, InstantSource clock) {
        var rule = new Policy(
                "high-risk", "High risk", "true", condition, "It is not.", "", Policy.Severity.WARN, List.of());
        this.engine = new CelPolicyEngine(new PolicyPack("high-risk", Map.of(), List.of(rule)));
        this.fleet = fleet;
        this.registries = registries;
        this.clock = clock;
    }

    @Override
    public boolean test(Proposal proposal) {
        if (!asked(proposal)) {
            return false;
        }
        try {
            var decision = PolicyGate.ask(engine, input(proposal));
            return decision.results().isEmpty()
                    || decision.results().stream().anyMatch(it -> it.outcome() != RuleResult.Outcome.FAILED);
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static boolean asked(Proposal proposal) {
        return switch (proposal.purpose()) {
            case PROMOTE, PROMOTE_FULLY, RESUME, RETRY, SET_WEIGHT, MOVE_ALIAS, RESTART, SCALE -> true;
            case ROLL_BACK, PAUSE, TAG, SILENCE, EXTEND_SILENCE, EXPIRE_SILENCE -> false;
        };
    }

    private PolicyInput input(Proposal proposal) {
        var snapshot = fleet.get();
        var input = PolicyInput.at(clock.instant());
        var row = snapshot.roster().row(proposal.model());
        snapshot.environments().stream()
                .filter(it -> it.name().equals(proposal.model().environment()))
                .findFirst()
                .ifPresent(input::environment);
        if (row.isPresent()) {
            var facts = snapshot.model(row.getAsInt());
            var tier = registries
                    .polled(facts.registrySource(), facts.registryName())
                    .flatMap(Dossier::tier)
                    .orElse(null);
            input.act(
                            proposal.purpose().name(),
                            ForwardStep.takesTraffic(proposal),
                            ForwardStep.weight(proposal, facts),
                            "operator")
                    .model(facts.key().name(), facts.owner(), tier)
                    .serving(facts.version(), null);
        }
        return input.version(proposal.to(), null, null, null).build();
    }
}
