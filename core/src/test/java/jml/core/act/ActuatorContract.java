package jml.core.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jml.core.act.Receipt.Reason;
import jml.core.release.Workload;
import org.junit.jupiter.api.Test;

/// What every [Actuator] promises, whatever it changes. An implementation extends this and gives a target in a state in
/// which its act can be sent.
public abstract class ActuatorContract {
    /// The same one in one test.
    protected abstract Actuator actuator() throws Exception;

    /// The same one in one test, and one that can be sent.
    protected abstract Act act() throws Exception;

    /// Somebody else changes what the act depends on.
    protected abstract void moveOn() throws Exception;

    /// Requests so far that would have changed something, whether or not they were carried out; -1 when the server does
    /// not count them.
    protected abstract int writes() throws Exception;

    @Test
    protected void preparingChangesNothing() throws Exception {
        var first = actuator().prepare(act());
        var second = actuator().prepare(act());

        assertThat(first.seen().changes(second.seen())).isEmpty();
        assertThat(actuator().effect(act(), first.seen()).state()).isEqualTo(Effect.State.ABSENT);
        assertThat(writes()).isLessThanOrEqualTo(0);
    }

    @Test
    protected void preparingSaysWhatWillBeSentAndWhetherItMay() throws Exception {
        var preparation = actuator().prepare(act());

        assertThat(preparation.act()).isEqualTo(act());
        assertThat(preparation.sentence()).endsWith(".");
        assertThat(preparation.request()).isNotEmpty();
        assertThat(preparation.checks())
                .extracting(Check::subject)
                .contains(Check.Subject.PERMISSION, Check.Subject.TARGET)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(preparation.checks()).noneMatch(check -> check.outcome() == Check.Outcome.STOPS);
        assertThat(preparation.seen().target()).isNotEmpty();
    }

    @Test
    protected void whatIsSentTakesEffect() throws Exception {
        var seen = actuator().prepare(act()).seen();

        var receipt = actuator().send(act(), seen);

        assertThat(receipt).isInstanceOf(Receipt.Accepted.class);
        var effect = awaitEffect(seen);
        assertThat(effect.state()).as(effect.toString()).isEqualTo(Effect.State.REACHED);
        assertThat(effect.facts()).isNotEmpty().allMatch(Effect.Fact::done);
        assertThat(writes()).isIn(-1, 1);
    }

    private Effect awaitEffect(Sighting seen) throws Exception {
        var effect = actuator().effect(act(), seen);
        for (int i = 0; i < 300 && effect.state() == Effect.State.UNDER_WAY; i++) {
            new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS);
            effect = actuator().effect(act(), seen);
        }
        return effect;
    }

    @Test
    protected void aTargetThatMovedOnIsNotChanged() throws Exception {
        var seen = actuator().prepare(act()).seen();
        moveOn();

        var receipt = actuator().send(act(), seen);

        assertThat(receipt).isInstanceOfSatisfying(Receipt.Refused.class, refused -> assertThat(refused.reason())
                .isEqualTo(Reason.MOVED_ON));
    }

    @Test
    protected void whatChangedIsSaid() throws Exception {
        var seen = actuator().prepare(act()).seen();
        moveOn();

        assertThat(seen.changes(actuator().prepare(act()).seen())).isNotEmpty();
    }

    @Test
    protected void anActOfAnotherSystemIsAProgrammersMistake() throws Exception {
        var act = act();
        var other = act instanceof WorkloadAct
                ? new RegistryAct(
                        UUID.randomUUID(), act.model(), act.source(), "m", new RegistryAct.Verb.DeleteAlias("a"))
                : new WorkloadAct(
                        UUID.randomUUID(),
                        act.model(),
                        new WorkloadAct.Target("c", Workload.Kind.DEPLOYMENT, "n", "w"),
                        new WorkloadAct.Verb.Pause());

        assertThatThrownBy(() -> actuator().prepare(other)).isInstanceOf(IllegalArgumentException.class);
    }
}
