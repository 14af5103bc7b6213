package jml.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import jml.core.act.WorkloadAct;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.Origin;
import jml.core.model.ModelKey;
import jml.core.release.Workload;
import jml.engine.Pacer;
import jml.gameday.act.DoneActs;
import jml.store.H2FleetRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulatedFeedTest {
    private static final Instant NOON = Instant.parse("2026-11-11T12:00:00Z");
    private static final int MODELS = 8;

    @TempDir
    private Path data;

    private H2FleetRecord record;

    @BeforeEach
    void open() {
        record = H2FleetRecord.open(data, Origin.SIMULATED, Pacer.real());
        feed(NOON).fill(NOON);
    }

    @AfterEach
    void close() {
        record.close();
    }

    @Test
    void aNewRecordHasThreeDaysOfPast() {
        var span = record.span().orElseThrow();

        assertThat(span.first()).isEqualTo(NOON.minus(Duration.ofDays(3)));
        assertThat(span.last()).isEqualTo(NOON.minusSeconds(30));
    }

    @Test
    void aLaterStartFillsInWhatItsStoryDidMeanwhile() {
        var later = NOON.plus(Duration.ofHours(3));
        var story = SimulatedConsole.fleet(NOON, MODELS);

        feed(NOON).fill(later);

        assertThat(record.span().orElseThrow().last()).isEqualTo(later.minusSeconds(30));
        var between = NOON.plus(Duration.ofMinutes(90));
        assertThat(record.at(between).orElseThrow().figures())
                .isEqualTo(story.snapshot(between).figures());
        // chat-moderation's release goes on in that time.
        assertThat(record.events(NOON, later))
                .extracting(FleetEvent::kind)
                .contains(FleetEvent.Kind.WEIGHT, FleetEvent.Kind.ROLLOUT);
    }

    @Test
    void anotherStoryJoinsAtTheEndOfTheRecord() {
        var later = NOON.plus(Duration.ofHours(30));
        var before = record.at(NOON.minusSeconds(60)).orElseThrow();

        feed(later).fill(later);

        assertThat(record.at(later).orElseThrow().figures())
                .isEqualTo(SimulatedConsole.fleet(later, MODELS)
                        .snapshot(later.minusSeconds(30))
                        .figures());
        assertThat(record.at(NOON.minusSeconds(60)).orElseThrow().figures()).isEqualTo(before.figures());
    }

    @Test
    void theFleetIsActedOnThroughItsOwnSourceOnly() {
        var target = new WorkloadAct.Target("Simulator", Workload.Kind.ROLLOUT, "ml-fraud", "fraud-scorer");
        var model = new ModelKey("game day", "fraud-scorer");
        var act = new WorkloadAct(UUID.randomUUID(), model, target, new WorkloadAct.Verb.Scale(20));
        var actuators = feed(NOON).actuators();

        assertThat(actuators.of(act)).isPresent();
        var elsewhere = new WorkloadAct.Target("prod", Workload.Kind.ROLLOUT, "ml-fraud", "fraud-scorer");
        assertThat(actuators.of(new WorkloadAct(act.id(), model, elsewhere, act.verb())))
                .isEmpty();
        var gone = new ModelKey("game day", "gone");
        assertThat(actuators.of(new WorkloadAct(act.id(), gone, target, act.verb())))
                .isEmpty();
    }

    private SimulatedFeed feed(Instant opened) {
        return new SimulatedFeed(MODELS, opened, DoneActs.unkept(), Path.of("unused"), record, Pacer.real());
    }
}
