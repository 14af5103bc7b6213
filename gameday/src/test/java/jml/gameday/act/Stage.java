package jml.gameday.act;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jml.core.act.Act;
import jml.core.act.Effect;
import jml.core.act.Receipt;
import jml.core.act.RegistryAct;
import jml.core.act.Sighting;
import jml.core.act.SilenceAct;
import jml.core.act.WorkloadAct;
import jml.core.alert.Silence;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.model.ModelKey;
import jml.core.release.Workload;
import jml.gameday.SimulatedFleet;

/// The default fleet with a clock that stands until it is moved, and the acts that fit its fraud-scorer.
final class Stage {
    static final Instant OPENED = Instant.parse("2026-11-24T14:32:06Z");
    static final ModelKey FRAUD = new ModelKey("game day", "fraud-scorer");
    static final WorkloadAct.Target ROLLOUT =
            new WorkloadAct.Target("Simulator", Workload.Kind.ROLLOUT, "ml-fraud", "fraud-scorer");

    final SimulatedFleet fleet = SimulatedFleet.of(7, 24, OPENED);
    final SimulatedActuator actuator;
    Instant now = OPENED.plusSeconds(60);

    Stage(DoneActs done) {
        actuator = new SimulatedActuator(fleet, () -> now, done);
    }

    Stage() {
        this(DoneActs.unkept());
    }

    Stage later(Duration time) {
        now = now.plus(time);
        return this;
    }

    FleetSnapshot snapshot() {
        return fleet.snapshot(now);
    }

    int row() {
        return snapshot().roster().row(FRAUD).orElseThrow();
    }

    ModelFacts facts() {
        return fleet.facts("fraud-scorer", now).orElseThrow();
    }

    String hash(String version) {
        return facts().placements().stream()
                .filter(it -> it.version().equals(version))
                .findFirst()
                .map(it -> it.hash())
                .orElseGet(() -> facts().placements().getFirst().earlier().stream()
                        .filter(it -> it.version().equals(version))
                        .findFirst()
                        .orElseThrow()
                        .hash());
    }

    /// Sends an act that nothing is in the way of, and gives back what was seen before.
    Sighting done(Act act) {
        var seen = actuator.prepare(act).seen();
        var receipt = actuator.send(act, seen);
        if (!(receipt instanceof Receipt.Accepted)) {
            throw new AssertionError(receipt);
        }
        return seen;
    }

    Effect effect(Act act, Sighting before) {
        return actuator.effect(act, before);
    }

    static WorkloadAct workload(WorkloadAct.Verb verb) {
        return new WorkloadAct(UUID.randomUUID(), FRAUD, ROLLOUT, verb);
    }

    static RegistryAct registry(RegistryAct.Verb verb) {
        return new RegistryAct(UUID.randomUUID(), FRAUD, "Simulator", "risk.payments-fraud", verb);
    }

    static SilenceAct silence(SilenceAct.Verb verb) {
        return new SilenceAct(UUID.randomUUID(), FRAUD, "Simulator", verb);
    }

    SilenceAct quiet(Duration lasts) {
        var matcher = new Silence.Matcher("model", "fraud_v2", false, true);
        return silence(new SilenceAct.Verb.Create(List.of(matcher), now, now.plus(lasts), "known"));
    }
}
