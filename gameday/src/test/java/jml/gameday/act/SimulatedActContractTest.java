package jml.gameday.act;

import static jml.gameday.act.Stage.registry;
import static jml.gameday.act.Stage.silence;
import static jml.gameday.act.Stage.workload;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jml.core.act.Act;
import jml.core.act.Actuator;
import jml.core.act.ActuatorContract;
import jml.core.act.Effect;
import jml.core.act.Preparation;
import jml.core.act.Receipt;
import jml.core.act.RegistryAct;
import jml.core.act.Sighting;
import jml.core.act.SilenceAct;
import jml.core.act.WorkloadAct.Verb;
import jml.core.alert.Silence;
import org.junit.jupiter.api.Nested;

class SimulatedActContractTest {
    /// Each look at an effect is ten seconds later than the one before.
    private abstract static class Simulated extends ActuatorContract implements Actuator {
        final Stage stage = new Stage();
        final Act act = made();

        abstract Act made();

        @Override
        protected Actuator actuator() {
            return this;
        }

        @Override
        protected Act act() {
            return act;
        }

        @Override
        protected int writes() {
            return -1;
        }

        @Override
        public Preparation prepare(Act act) {
            return stage.actuator.prepare(act);
        }

        @Override
        public Receipt send(Act act, Sighting seen) {
            return stage.actuator.send(act, seen);
        }

        @Override
        public Effect effect(Act act, Sighting before) {
            stage.later(Duration.ofSeconds(10));
            return stage.actuator.effect(act, before);
        }
    }

    @Nested
    class Abort extends Simulated {
        @Override
        Act made() {
            return workload(new Verb.Abort(stage.hash("17")));
        }

        @Override
        protected void moveOn() {
            stage.done(workload(new Verb.PromoteFully(stage.hash("17"))));
            stage.later(Duration.ofMinutes(1));
        }
    }

    @Nested
    class Promotion extends Simulated {
        @Override
        Act made() {
            return workload(new Verb.Promote(stage.hash("17"), 5));
        }

        @Override
        protected void moveOn() {
            stage.done(workload(new Verb.SetWeight(stage.hash("17"), 0.1)));
        }
    }

    @Nested
    class Scaling extends Simulated {
        @Override
        Act made() {
            return workload(new Verb.Scale(20));
        }

        @Override
        protected void moveOn() {
            stage.done(workload(new Verb.Scale(12)));
        }
    }

    @Nested
    class Alias extends Simulated {
        @Override
        Act made() {
            return registry(new RegistryAct.Verb.SetAlias("champion", "17"));
        }

        @Override
        protected void moveOn() {
            stage.done(registry(new RegistryAct.Verb.DeleteAlias("champion")));
        }
    }

    @Nested
    class SilenceOfAnAlert extends Simulated {
        @Override
        Act made() {
            var matcher = new Silence.Matcher("model", "fraud_v2", false, true);
            Instant from = stage.now;
            return silence(new SilenceAct.Verb.Create(List.of(matcher), from, from.plus(Duration.ofHours(1)), "known"));
        }

        @Override
        protected void moveOn() {
            stage.done(stage.quiet(Duration.ofHours(2)));
        }
    }
}
