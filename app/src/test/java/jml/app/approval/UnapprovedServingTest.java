package jml.app.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jml.core.approval.ApprovalDemands;
import jml.core.approval.FourEyes;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Placement;
import jml.core.fleet.Roster;
import jml.core.model.ModelPattern;
import jml.core.registry.RegisteredModel;
import jml.engine.approval.UnapprovedFindings;
import jml.gameday.FleetRegistry;
import jml.gameday.SimulatedFleet;
import jml.gameday.approval.SimulatedPeople;
import jml.store.audit.StrictJson;
import org.junit.jupiter.api.Test;

/// What is found of versions that serve, where the profile demands approvals.
class UnapprovedServingTest {
    private static final Instant NOW = Instant.parse("2026-11-11T14:00:00Z");

    private final SimulatedFleet fleet = SimulatedFleet.of(7, 24, NOW);
    private final FleetRegistry registry = new FleetRegistry(fleet, () -> NOW);
    private final UnapprovedFindings findings = new UnapprovedFindings(
            new ApprovalDemands(List.of(new ApprovalDemands.Rule(
                    new ModelPattern(SimulatedFleet.ENVIRONMENT.name(), "credit-underwriting"),
                    Optional.of(new FourEyes(1, Set.of()))))),
            () -> SimulatedPeople.trusted("pat"),
            new StrictJson());

    private final class Told implements UnapprovedFindings.Told {
        private boolean all = true;
        private boolean silent;

        @Override
        public Optional<RegisteredModel> model(String source, String name) {
            return silent ? Optional.empty() : registry.model(name);
        }

        @Override
        public boolean all(String environment) {
            return all;
        }
    }

    private final Told told = new Told();

    private List<String> found() {
        return found(fleet.snapshot(NOW).roster());
    }

    private List<String> found(Roster roster) {
        return findings.in(roster, told, NOW).models().stream()
                .filter(it -> it.key().name().equals("credit-underwriting"))
                .map(ModelFacts::findings)
                .findFirst()
                .orElseThrow()
                .stream()
                .filter(it -> it.contains(" serves "))
                .toList();
    }

    @Test
    void whatWasApprovedAsItServesIsNoFinding() {
        assertThat(found()).isEmpty();
    }

    @Test
    void anotherImageThanTheApprovedOneIsFoundByItsDigest() {
        var roster = fleet.snapshot(NOW).roster();

        assertThat(found(roster.with(roster.models().stream()
                        .map(UnapprovedServingTest::exchanged)
                        .toList())))
                .singleElement()
                .asString()
                .contains("It serves sha256:abababababab…")
                .contains("it was about the artifact sha256:");
    }

    private static ModelFacts exchanged(ModelFacts facts) {
        var placements = facts.placements().stream()
                .map(it -> new Placement(
                        it.where(),
                        it.kind(),
                        it.role(),
                        it.version(),
                        "sha256:" + "ab".repeat(32),
                        it.hash(),
                        it.revision(),
                        it.since(),
                        it.share(),
                        it.replicas(),
                        it.ready(),
                        it.restarts(),
                        it.hosted(),
                        it.earlier()))
                .toList();
        return facts.withPlacements(placements);
    }

    @Test
    void aModelThatNoRegistryTellsIsSaidAndNotPassedOver() {
        told.silent = true;

        assertThat(found()).singleElement().asString().contains("no registry tells it: nobody can say whether");
    }

    @Test
    void beforeEveryRegistryHasToldSomethingNothingIsSaid() {
        told.silent = true;
        told.all = false;

        assertThat(found()).isEmpty();
    }

    @Test
    void theSameRosterIsGivenAgainWhileNothingChanges() {
        told.silent = true;
        var roster = fleet.snapshot(NOW).roster();

        assertThat(findings.in(roster, told, NOW)).isSameAs(findings.in(roster, told, NOW));
    }
}
