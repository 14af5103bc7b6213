package jml.connectors.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jml.connectors.http.Access;
import jml.connectors.http.JsonHttp;
import jml.connectors.http.JsonWrites;
import jml.connectors.http.Limits;
import jml.connectors.http.LocalSecrets;
import jml.core.act.Act;
import jml.core.act.ActuatorContract;
import jml.core.act.Check;
import jml.core.act.Effect;
import jml.core.act.Receipt;
import jml.core.act.SilenceAct;
import jml.core.act.SilenceAct.Verb;
import jml.core.alert.SeverityRules;
import jml.core.alert.Silence;
import jml.core.model.ModelKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// Silences of the lab's Alertmanager, each for a model that nothing else names, and ended afterwards.
@EnabledIfEnvironmentVariable(named = "JML_LAB_ALERTMANAGER", matches = ".+")
class SilenceActLiveTest extends ActuatorContract {
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    private final String model = "act-test-" + UUID.randomUUID();
    private final List<Silence.Matcher> matchers = List.of(new Silence.Matcher("model", model, false, true));
    private final SilenceAct create = act(new Verb.Create(matchers, NOW, NOW.plusSeconds(600), "live test"));
    private final AlertmanagerSource alerts;
    private final SilenceActuator actuator;

    SilenceActLiveTest() throws Exception {
        var url = System.getenv("JML_LAB_ALERTMANAGER");
        alerts = new AlertmanagerSource(
                JsonHttp.open("lab", url, Access.open(), Limits.standard()), List.of(), SeverityRules.USUAL);
        actuator = new SilenceActuator(
                alerts,
                JsonWrites.open("lab", url, Access.open(), Limits.standard(), new LocalSecrets()),
                "live test",
                InstantSource.system());
    }

    private SilenceAct act(Verb verb) {
        return new SilenceAct(UUID.randomUUID(), new ModelKey("production", model), "lab", verb);
    }

    @AfterEach
    void end() throws Exception {
        for (var silence : new ArrayList<>(alerts.silences())) {
            if (silence.matchers().equals(matchers) && silence.state() != Silence.State.EXPIRED) {
                done(act(new Verb.Expire(silence.id())));
            }
        }
    }

    private String done(SilenceAct act) throws Exception {
        var seen = actuator.prepare(act).seen();
        var receipt = actuator.send(act, seen);
        assertThat(receipt).isInstanceOf(Receipt.Accepted.class);
        assertThat(actuator.effect(act, seen).state()).isEqualTo(Effect.State.REACHED);
        return ((Receipt.Accepted) receipt).mark();
    }

    @Override
    protected SilenceActuator actuator() {
        return actuator;
    }

    @Override
    protected Act act() {
        return create;
    }

    @Override
    protected void moveOn() throws Exception {
        done(act(new Verb.Create(matchers, NOW, NOW.plusSeconds(300), "somebody else")));
    }

    @Override
    protected int writes() {
        return -1;
    }

    @Test
    void anExtensionKeepsTheId() throws Exception {
        var id = done(create);

        assertThat(done(act(new Verb.Extend(id, NOW.plusSeconds(1200))))).isEqualTo(id);
    }

    @Test
    void anEndedSilenceIsNotExtended() throws Exception {
        var id = done(create);
        done(act(new Verb.Expire(id)));

        assertThat(actuator.prepare(act(new Verb.Extend(id, NOW.plusSeconds(1200))))
                        .checks())
                .anyMatch(it -> it.outcome() == Check.Outcome.STOPS);
    }
}
