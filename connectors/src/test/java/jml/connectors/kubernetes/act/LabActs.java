package jml.connectors.kubernetes.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jml.connectors.kubernetes.ClusterSettings;
import jml.connectors.kubernetes.KubeconfigLogin;
import jml.connectors.kubernetes.Kubeconfigs;
import jml.core.act.Check.Outcome;
import jml.core.act.DryRun;
import jml.core.act.Effect;
import jml.core.act.Effect.State;
import jml.core.act.Receipt;
import jml.core.act.Sighting;
import jml.core.act.WorkloadAct;
import jml.core.act.WorkloadAct.Target;
import jml.core.act.WorkloadAct.Verb;
import jml.core.model.ModelKey;
import jml.core.release.Workload.Kind;

/// Acts in one namespace of the lab, as the people of its kubeconfigs.
final class LabActs implements AutoCloseable {
    private final String namespace;
    private final List<WorkloadActuator> opened = new ArrayList<>();
    private final WorkloadActuator oncall;

    LabActs(String namespace) {
        this.namespace = namespace;
        this.oncall = as("ONCALL");
    }

    WorkloadActuator oncall() {
        return oncall;
    }

    WorkloadActuator as(String who) {
        var settings = new ClusterSettings(
                "lab", "production", List.of(namespace), "", Duration.ofSeconds(30), Duration.ofSeconds(60));
        var file = Path.of(System.getenv("JML_LAB_KUBECONFIG_" + who));
        var login =
                new KubeconfigLogin(Kubeconfigs.of("lab", file.toString()), "lab", settings, InstantSource.system());
        var actuator = new WorkloadActuator(settings, login, InstantSource.system());
        opened.add(actuator);
        return actuator;
    }

    static WorkloadAct on(String namespace, Kind kind, String name, Verb verb) {
        return new WorkloadAct(
                UUID.randomUUID(), new ModelKey("production", name), new Target("lab", kind, namespace, name), verb);
    }

    /// Prepared without an obstacle, accepted, and watched until nothing moves any more.
    Effect done(WorkloadAct act) throws Exception {
        var preparation = oncall.prepare(act);
        assertThat(preparation.checks()).as(preparation.toString()).noneMatch(it -> it.outcome() == Outcome.STOPS);
        assertThat(preparation.dryRun().answer()).isEqualTo(DryRun.Answer.ACCEPTED);
        assertThat(oncall.effect(act, preparation.seen()).state()).isEqualTo(State.ABSENT);
        var receipt = oncall.send(act, preparation.seen());
        assertThat(receipt).isInstanceOf(Receipt.Accepted.class);
        return settled(act, preparation.seen());
    }

    Effect settled(WorkloadAct act, Sighting seen) throws Exception {
        var effect = oncall.effect(act, seen);
        for (int i = 0; i < 300 && effect.state() == State.UNDER_WAY; i++) {
            new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS);
            effect = oncall.effect(act, seen);
        }
        return effect;
    }

    @Override
    public void close() {
        opened.forEach(WorkloadActuator::close);
    }
}
