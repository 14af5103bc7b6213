package jml.gameday.act;

import static jml.gameday.act.Stage.registry;
import static jml.gameday.act.Stage.silence;
import static jml.gameday.act.Stage.workload;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import jml.core.act.Effect.State;
import jml.core.act.Receipt;
import jml.core.act.RegistryAct;
import jml.core.act.SilenceAct;
import jml.core.act.WorkloadAct;
import jml.core.alert.Alert;
import org.junit.jupiter.api.Test;

class RegistryAndSilenceActsTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Stage stage = new Stage();

    @Test
    void anAbortAndTheAliasGoTogetherInTheirOrder() {
        var off = registry(new RegistryAct.Verb.DeleteAlias("challenger"));
        var seen = stage.actuator.prepare(off).seen();
        stage.done(workload(new WorkloadAct.Verb.Abort(stage.hash("17"))));
        stage.later(Duration.ofSeconds(1));

        assertThat(stage.actuator.send(off, seen)).isInstanceOf(Receipt.Accepted.class);
        assertThat(stage.later(HOUR).facts().aliases()).containsOnlyKeys("champion");
        assertThat(stage.effect(off, seen).state()).isEqualTo(State.REACHED);
        assertThat(stage.facts().releasing()).isFalse();
    }

    @Test
    void anAliasThatSomebodyMovedIsNotMoved() {
        var move = registry(new RegistryAct.Verb.SetAlias("champion", "17"));
        var seen = stage.actuator.prepare(move).seen();
        stage.done(registry(new RegistryAct.Verb.DeleteAlias("champion")));

        assertThat(stage.actuator.send(move, seen))
                .isInstanceOfSatisfying(
                        Receipt.Refused.class, it -> assertThat(it.reason()).isEqualTo(Receipt.Reason.MOVED_ON));
    }

    @Test
    void aMovedAliasLeavesWhatThePipelineHasPlanned() {
        var key = "chat-moderation";
        var facts = stage.fleet.facts(key, stage.now).orElseThrow();
        var act = new RegistryAct(
                UUID.randomUUID(),
                facts.key(),
                "Simulator",
                facts.registryName(),
                new RegistryAct.Verb.SetAlias("shadow", facts.candidate()));

        stage.done(act);

        assertThat(stage.fleet.facts(key, stage.now).orElseThrow().aliases()).containsKey("shadow");
        assertThat(stage.fleet.facts(key, stage.now.plus(HOUR)).orElseThrow().candidateWeight())
                .isEqualTo(0.25);
    }

    @Test
    void aTagIsSetAndTakenOff() {
        var set = registry(new RegistryAct.Verb.SetTag("17", "jml.approved", "yes"));
        var seen = stage.done(set);
        assertThat(stage.effect(set, seen).state()).isEqualTo(State.REACHED);
        assertThat(tag()).isEqualTo("yes");

        stage.later(HOUR).done(registry(new RegistryAct.Verb.DeleteTag("17", "jml.approved")));

        assertThat(tag()).isEmpty();
        assertThat(stage.effect(set, seen).state()).isEqualTo(State.UNDONE);
    }

    private String tag() {
        return stage.fleet
                .registered("fraud-scorer", stage.now)
                .orElseThrow()
                .version("17")
                .orElseThrow()
                .tags()
                .getOrDefault("jml.approved", "");
    }

    @Test
    void aSilenceHoldsTheAlertsBackUntilItEnds() {
        var create = stage.quiet(HOUR);
        var seen = stage.done(create);

        assertThat(stage.effect(create, seen).state()).isEqualTo(State.REACHED);
        assertThat(stage.snapshot().alertsOf(stage.row())).isNotEmpty().allMatch(Alert::suppressed);
        stage.later(HOUR);
        assertThat(stage.snapshot().alertsOf(stage.row())).isNotEmpty().noneMatch(Alert::suppressed);
    }

    @Test
    void aSilenceIsExtendedAndEnded() {
        stage.done(stage.quiet(HOUR));
        var id = stage.fleet.silences(stage.now).getFirst().id();
        var extend = silence(new SilenceAct.Verb.Extend(id, stage.now.plus(HOUR.multipliedBy(2))));
        var seen = stage.done(extend);
        stage.later(HOUR.plusMinutes(1));

        assertThat(stage.effect(extend, seen).state()).isEqualTo(State.REACHED);
        assertThat(stage.snapshot().alertsOf(stage.row())).allMatch(Alert::suppressed);
        var expire = silence(new SilenceAct.Verb.Expire(id));
        var before = stage.done(expire);
        assertThat(stage.effect(expire, before).state()).isEqualTo(State.REACHED);
        assertThat(stage.later(Duration.ofSeconds(1)).snapshot().alertsOf(stage.row()))
                .noneMatch(Alert::suppressed);
        assertThat(stage.actuator.prepare(extend).checks())
                .anyMatch(it -> it.finding().startsWith("it ended"));
    }
}
