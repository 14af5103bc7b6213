package jml.engine.act;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import jml.core.act.Check;
import jml.core.act.Check.Subject;
import jml.core.act.Proposal;
import jml.core.fleet.FleetSnapshot;
import jml.core.registry.ContractChange;
import jml.core.registry.ModelRegistry;
import jml.core.source.SourceException;
import jml.core.text.Words;

/// Whether callers of the version in service can go on calling the other one.
public final class SchemaQuestion implements Question {
    private final Function<String, Optional<ModelRegistry>> registries;

    /// @param registries finds a registry by its name in the profile
    public SchemaQuestion(Function<String, Optional<ModelRegistry>> registries) {
        this.registries = registries;
    }

    @Override
    public Subject subject() {
        return Subject.SCHEMA;
    }

    @Override
    public List<Check> of(Proposal proposal, FleetSnapshot fleet) throws SourceException, InterruptedException {
        var row = fleet.roster().row(proposal.model());
        if (row.isEmpty() || !changesVersion(proposal)) {
            return List.of();
        }
        var facts = fleet.model(row.getAsInt());
        if (facts.registryName().isEmpty()) {
            return List.of(
                    Check.toKnow(subject(), "no registry has this model, so nothing tells its inputs", List.of()));
        }
        var registry = registries.apply(facts.registrySource());
        if (registry.isEmpty()) {
            return List.of(Check.unanswered(subject(), facts.registrySource() + " is not connected"));
        }
        var from = registry.get().signature(facts.registryName(), proposal.from());
        var to = registry.get().signature(facts.registryName(), proposal.to());
        if (from.isEmpty() || to.isEmpty()) {
            var without = Words.version(from.isEmpty() ? proposal.from() : proposal.to());
            return List.of(Check.toKnow(subject(), without + " was logged without a signature", List.of()));
        }
        boolean serves = facts.placements().stream()
                .anyMatch(it -> it.version().equals(proposal.to()) && it.ready() > 0 && it.share() > 0);
        return List.of(check(proposal, ContractChange.between(from.get(), to.get()), serves));
    }

    private Check check(Proposal proposal, ContractChange change, boolean serves) {
        if (!change.breaking().isEmpty() && serves) {
            // It answers the same callers at this moment: what differs on paper must not hold up an abort.
            return Check.toKnow(
                    subject(),
                    Words.version(proposal.to()) + " serves the same callers now, and differs: "
                            + String.join("; ", change.breaking()),
                    List.of());
        }
        if (!change.breaking().isEmpty()) {
            return Check.stops(
                    subject(),
                    Words.version(proposal.to()) + " breaks the callers of " + Words.version(proposal.from()) + ": "
                            + String.join("; ", change.breaking()),
                    List.of("Change the callers first, or choose another version"));
        }
        return change.harmless().isEmpty()
                ? Check.ready(subject(), "same input and output")
                : Check.ready(subject(), "callers can go on: " + String.join("; ", change.harmless()));
    }

    private static boolean changesVersion(Proposal proposal) {
        boolean versions = !proposal.from().isEmpty() && !proposal.to().isEmpty();
        return switch (proposal.purpose()) {
            case ROLL_BACK, PROMOTE, PROMOTE_FULLY ->
                versions && !proposal.from().equals(proposal.to());
            default -> false;
        };
    }
}
