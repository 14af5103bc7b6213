package jml.gameday.act;

import static jml.gameday.act.Stage.OPENED;
import static jml.gameday.act.Stage.registry;
import static jml.gameday.act.Stage.silence;
import static jml.gameday.act.Stage.workload;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jml.core.act.Act;
import jml.core.act.Effect.State;
import jml.core.act.RegistryAct;
import jml.core.act.SilenceAct;
import jml.core.act.WorkloadAct.Verb;
import jml.core.alert.Silence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoneActsTest {
    @TempDir
    private Path data;

    @Test
    void aLaterStartTellsTheSameStory() {
        var first = new Stage(file());
        var abort = workload(new Verb.Abort(first.hash("17")));
        var seen = first.done(abort);
        first.later(Duration.ofSeconds(1)).done(registry(new RegistryAct.Verb.SetTag("17", "why", "it was bad")));
        first.done(first.quiet(Duration.ofHours(1)));
        var later = first.later(Duration.ofMinutes(5)).now;

        var second = new Stage(file());

        assertThat(second.fleet.snapshot(later).roster().models())
                .isEqualTo(first.fleet.snapshot(later).roster().models());
        assertThat(second.fleet.snapshot(later).figures())
                .isEqualTo(first.fleet.snapshot(later).figures());
        assertThat(second.fleet.snapshot(later).alerts())
                .isEqualTo(first.fleet.snapshot(later).alerts());
        assertThat(second.fleet.registry(later)).isEqualTo(first.fleet.registry(later));
        assertThat(second.later(Duration.ofMinutes(5)).effect(abort, seen).state())
                .isEqualTo(State.REACHED);
    }

    @Test
    void anotherStoryBeginsWithoutThem() {
        var first = new Stage(file());
        first.done(workload(new Verb.Scale(20)));

        var other = DoneActs.in(data.resolve("acts"), OPENED.plusSeconds(1));

        assertThat(other.all()).isEmpty();
    }

    @Test
    void aLineThatAKillCutOffWasNotDone() throws Exception {
        var first = new Stage(file());
        first.done(workload(new Verb.Scale(20)));
        Files.writeString(data.resolve("acts"), "2026-11-24T14:33:07Z 1234", StandardOpenOption.APPEND);

        var second = new Stage(file());
        second.later(Duration.ofMinutes(1)).done(workload(new Verb.Scale(21)));

        assertThat(file().all()).hasSize(2);
    }

    @Test
    void everyKindOfActIsReadAsItWasWritten() {
        var at = Instant.parse("2026-11-24T14:33:06.123Z");
        var matchers = List.of(
                new Silence.Matcher("alertname", "a b%\t=", true, false), new Silence.Matcher("m", "", false, true));
        List<Act> acts = List.of(
                workload(new Verb.Promote("h", 5)),
                workload(new Verb.PromoteFully("h")),
                workload(new Verb.Pause()),
                workload(new Verb.Resume()),
                workload(new Verb.Abort("h")),
                workload(new Verb.Retry("h")),
                workload(new Verb.Undo("h")),
                workload(new Verb.SetWeight("h", 0.125)),
                workload(new Verb.Restart(at)),
                workload(new Verb.Scale(0)),
                registry(new RegistryAct.Verb.SetAlias("a", "1")),
                registry(new RegistryAct.Verb.DeleteAlias("a")),
                registry(new RegistryAct.Verb.SetTag("1", "k", "line\nbreak")),
                registry(new RegistryAct.Verb.DeleteTag("1", "k")),
                silence(new SilenceAct.Verb.Create(matchers, at, at.plusSeconds(1), "")),
                silence(new SilenceAct.Verb.Extend("s", at)),
                silence(new SilenceAct.Verb.Expire("s")));

        for (var act : acts) {
            var done = new DoneAct(at, act);
            assertThat(ActText.line(done)).doesNotContain("\n");
            assertThat(ActText.act(ActText.line(done))).isEqualTo(done);
        }
    }

    private DoneActs file() {
        return DoneActs.in(data.resolve("acts"), OPENED);
    }
}
