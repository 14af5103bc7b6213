package jml.engine.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import jml.core.act.Act;
import jml.core.act.Receipt;
import jml.core.act.RegistryAct;
import jml.core.act.Sighting;
import jml.core.act.SilenceAct;
import jml.core.act.WorkloadAct;
import jml.core.act.WorkloadAct.Verb;
import jml.core.alert.Silence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActTextTest {
    static Stream<Act> acts() {
        var workload = Stream.<Verb>of(
                        new Verb.Promote("7c9f", 2),
                        new Verb.PromoteFully("7c9f"),
                        new Verb.Pause(),
                        new Verb.Resume(),
                        new Verb.Abort("7c9f"),
                        new Verb.Retry("7c9f"),
                        new Verb.Undo("5d41"),
                        new Verb.SetWeight("7c9f", 0.1),
                        new Verb.Restart(ActScene.NOON),
                        new Verb.Scale(0))
                .map(verb -> new WorkloadAct(UUID.randomUUID(), ActScene.FRAUD, ActScene.ROLLOUT, verb));
        var registry = Stream.<RegistryAct.Verb>of(
                        new RegistryAct.Verb.SetAlias("champion", "16"),
                        new RegistryAct.Verb.DeleteAlias("canary"),
                        new RegistryAct.Verb.SetTag("16", "approved", "yes = \n no & so on"),
                        new RegistryAct.Verb.DeleteTag("16", ""))
                .map(verb -> new RegistryAct(UUID.randomUUID(), ActScene.FRAUD, "mlflow", "fraud", verb));
        var until = ActScene.NOON.plusSeconds(60);
        var matchers = List.of(
                new Silence.Matcher("alertname", "Burn", false, true), new Silence.Matcher("pod", "a.*", true, false));
        var silences = Stream.<SilenceAct.Verb>of(
                        new SilenceAct.Verb.Create(matchers, ActScene.NOON, until, "rolling back"),
                        new SilenceAct.Verb.Extend("s1", until),
                        new SilenceAct.Verb.Expire("s1"))
                .map(verb -> new SilenceAct(UUID.randomUUID(), ActScene.FRAUD, "am", verb));
        return Stream.of(workload, registry, silences).flatMap(it -> it);
    }

    @ParameterizedTest
    @MethodSource("acts")
    void anActComesBackAsItWas(Act act) {
        assertThat(ActText.read(ActText.of(act))).isEqualTo(act);
    }

    @Test
    void receiptsAndSightingsComeBackAsTheyWere() {
        for (var receipt : List.<Receipt>of(
                new Receipt.Accepted(200, Duration.ofMillis(203), "88120466"),
                new Receipt.Refused(Receipt.Reason.MOVED_ON, 409, "the object has been modified"),
                new Receipt.Unknown("cut"))) {
            assertThat(StoryText.receipt(StoryText.of(receipt))).isEqualTo(receipt);
        }
        var seen = new Sighting(ActScene.NOON, "Rollout a/b", "88", Map.of("step", "2", "alias canary", "17"));
        assertThat(StoryText.sighting(StoryText.of(seen, "seen."), "seen.")).isEqualTo(seen);
    }

    @Test
    void whatNoVersionKnowsIsRefused() {
        var text = ActText.of(ActScene.abort());
        text.put("verb", "explode");

        assertThatThrownBy(() -> ActText.read(text)).isInstanceOf(IllegalArgumentException.class);
        text.remove("id");
        assertThatThrownBy(() -> ActText.read(text)).hasMessageContaining("id");
    }
}
