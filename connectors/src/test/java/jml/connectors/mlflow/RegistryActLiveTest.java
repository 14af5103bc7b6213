package jml.connectors.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.UUID;
import jml.connectors.http.Access;
import jml.connectors.http.JsonHttp;
import jml.connectors.http.JsonWrites;
import jml.connectors.http.Limits;
import jml.connectors.http.LocalSecrets;
import jml.core.act.Act;
import jml.core.act.ActuatorContract;
import jml.core.act.Effect;
import jml.core.act.Receipt;
import jml.core.act.RegistryAct;
import jml.core.act.RegistryAct.Verb;
import jml.core.model.ModelKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// Moves an alias of its own on a model of the lab's registries and takes it away again.
class RegistryActLiveTest {
    private static final String ALIAS = "jml-act-test";

    abstract static class Live extends ActuatorContract {
        private final RegistryAct move = act(new Verb.SetAlias(ALIAS, "3"));
        private final RegistryActuator actuator;

        Live(String variable) throws Exception {
            var url = System.getenv(variable);
            actuator = new RegistryActuator(
                    JsonHttp.open("lab", url, Access.open(), Limits.standard()),
                    JsonWrites.open("lab", url, Access.open(), Limits.standard(), new LocalSecrets()),
                    "",
                    InstantSource.system());
        }

        private static RegistryAct act(Verb verb) {
            return new RegistryAct(
                    UUID.randomUUID(), new ModelKey("production", "fraud"), "lab", "risk.payments-fraud", verb);
        }

        @BeforeEach
        void pointAtTwo() throws Exception {
            done(act(new Verb.SetAlias(ALIAS, "2")));
        }

        @AfterEach
        void takeAway() throws Exception {
            done(act(new Verb.DeleteAlias(ALIAS)));
        }

        private Effect done(RegistryAct act) throws Exception {
            var seen = actuator.prepare(act).seen();
            assertThat(actuator.send(act, seen)).isInstanceOf(Receipt.Accepted.class);
            var effect = actuator.effect(act, seen);
            assertThat(effect.state()).isEqualTo(Effect.State.REACHED);
            return effect;
        }

        @Override
        protected RegistryActuator actuator() {
            return actuator;
        }

        @Override
        protected Act act() {
            return move;
        }

        @Override
        protected void moveOn() throws Exception {
            done(act(new Verb.SetAlias(ALIAS, "1")));
        }

        @Override
        protected int writes() {
            return -1;
        }

        @Test
        void tagsAreSetAndTakenAway() throws Exception {
            done(act(new Verb.SetTag("3", "jml.act-test", "yes / \"quoted\"")));
            done(act(new Verb.DeleteTag("3", "jml.act-test")));
        }
    }

    @Nested
    @EnabledIfEnvironmentVariable(named = "JML_LAB_MLFLOW", matches = ".+")
    class Version3 extends Live {
        Version3() throws Exception {
            super("JML_LAB_MLFLOW");
        }
    }

    @Nested
    @EnabledIfEnvironmentVariable(named = "JML_LAB_MLFLOW2", matches = ".+")
    class Version2 extends Live {
        Version2() throws Exception {
            super("JML_LAB_MLFLOW2");
        }
    }
}
