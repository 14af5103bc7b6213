package jml.engine.act;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jml.core.act.Act;
import jml.core.act.Proposal;
import jml.core.act.RegistryAct;
import jml.core.act.WorkloadAct;
import jml.core.fleet.Figures;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Origin;
import jml.core.fleet.Placement;
import jml.core.fleet.Roster;
import jml.core.fleet.StandingRules;
import jml.core.metric.Objective;
import jml.core.metric.Sli;
import jml.core.model.Environment;
import jml.core.model.ModelKey;
import jml.core.release.PodCounts;
import jml.core.release.Workload;
import jml.core.source.SourceHealth;
import jml.core.source.SourceKind;

/// One model with a canary, and what a person may want of it.
final class ActScene {
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final ModelKey FRAUD = new ModelKey("prod", "fraud-scorer");
    static final WorkloadAct.Target ROLLOUT =
            new WorkloadAct.Target("eu", Workload.Kind.ROLLOUT, "fraud", "fraud-scorer");

    private ActScene() {}

    static FleetSnapshot fleet(Instant at, double fidelity) {
        return fleet(at, fidelity, Environment.Stage.PRODUCTION, false);
    }

    static FleetSnapshot fleet(Instant at, double fidelity, Environment.Stage stage, boolean readOnly) {
        var placements =
                List.of(placement(Workload.Role.STABLE, "16", 0.75), placement(Workload.Role.CANARY, "17", 0.25));
        return fleet(at, fidelity, new Environment("prod", stage, readOnly), facts("16", "17", placements));
    }

    /// One version serves, and none is on its way.
    static FleetSnapshot settled(Instant at, String version) {
        var facts = facts(version, "", List.of(placement(Workload.Role.STABLE, version, 1)));
        return fleet(at, 0.99, new Environment("prod", Environment.Stage.PRODUCTION, false), facts);
    }

    private static ModelFacts facts(String version, String candidate, List<Placement> placements) {
        return new ModelFacts(
                FRAUD,
                "ml-owners Fraud",
                "fraud",
                "fraud-scorer",
                "mlflow",
                Map.of("canary", "17", "champion", "16"),
                version,
                candidate,
                candidate.isEmpty() ? Double.NaN : 0.25,
                placements,
                null,
                PodCounts.NONE,
                Workload.Resources.NONE,
                "",
                List.of(Objective.atLeast(Sli.FIDELITY, 0.97, 100)),
                List.of());
    }

    private static FleetSnapshot fleet(Instant at, double fidelity, Environment environment, ModelFacts facts) {
        var roster = new Roster(List.of(facts));
        var figures = new Figures.Builder(roster.subjects());
        for (int subject = 0; subject < roster.subjects(); subject++) {
            figures.measured(subject, Sli.FIDELITY, fidelity).samples(subject, Sli.FIDELITY, 10_000);
            figures.measured(subject, Sli.TRAFFIC, 60);
        }
        var built = figures.build();
        var source = new SourceHealth(
                "prometheus",
                "prod",
                SourceKind.METRICS,
                SourceHealth.State.LIVE,
                Duration.ofSeconds(30),
                at,
                null,
                null,
                List.of());
        var none = FleetSnapshot.empty(at, Origin.LIVE);
        var standings = StandingRules.stand(at, roster, built, List.of(), new int[0], List.of(source), none);
        return new FleetSnapshot(
                at,
                Origin.LIVE,
                List.of(environment),
                roster,
                built,
                standings,
                List.of(),
                new int[0],
                List.of(source),
                List.of());
    }

    private static Placement placement(Workload.Role role, String version, double share) {
        return new Placement(
                "eu:fraud/fraud-scorer", Workload.Kind.ROLLOUT, role, version, "", 7, NOON, share, 4, 4, 0, 1);
    }

    static Act abort() {
        return new WorkloadAct(UUID.randomUUID(), FRAUD, ROLLOUT, new WorkloadAct.Verb.Abort("7c9f"));
    }

    static Act aliasOff() {
        return new RegistryAct(
                UUID.randomUUID(), FRAUD, "mlflow", "fraud-scorer", new RegistryAct.Verb.DeleteAlias("canary"));
    }

    static Proposal rollBack(Act... acts) {
        return new Proposal(
                UUID.randomUUID(),
                Proposal.Purpose.ROLL_BACK,
                FRAUD,
                "Roll back fraud-scorer to v16",
                "17",
                "16",
                List.of(acts));
    }

    static Proposal promote() {
        var act = new WorkloadAct(UUID.randomUUID(), FRAUD, ROLLOUT, new WorkloadAct.Verb.Promote("7c9f", 2));
        return new Proposal(
                UUID.randomUUID(), Proposal.Purpose.PROMOTE, FRAUD, "Promote v17", "16", "17", List.of(act));
    }
}
