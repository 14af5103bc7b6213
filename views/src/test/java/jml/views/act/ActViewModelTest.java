package jml.views.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import jml.core.act.Check;
import jml.core.act.Course;
import jml.core.act.Preflight;
import jml.core.model.Environment;
import jml.views.kit.screen.FxWork;
import jml.views.sample.FakeActionPath;
import jml.views.sample.FakeTimeline;
import jml.views.sample.SampleActs;
import jml.views.sample.SampleFleet;
import jml.views.sample.SampleFleets;
import org.junit.jupiter.api.Test;

class ActViewModelTest {
    private final FakeActionPath path = new FakeActionPath();
    private final ActViewModel model = new ActViewModel(
            new Acting(path, "on-call", () -> List.of()),
            new FakeTimeline(SampleFleets.eight().moment()),
            new FxWork(Runnable::run, Runnable::run),
            Clock.fixed(SampleFleet.NOON.plusSeconds(1), ZoneOffset.UTC));

    @Test
    void theButtonLivesWhenNothingIsInTheWayAndReasonAndNameAreGiven() {
        model.propose(SampleActs.ROLL_BACK, "");
        assertThat(model.liveProperty().get()).isFalse();

        model.reasonProperty().set("Judge says ROLLBACK");
        assertThat(model.liveProperty().get()).isFalse();

        model.typedProperty().set("fraud-score");
        assertThat(model.liveProperty().get()).isFalse();

        model.typedProperty().set("fraud-scorer");
        assertThat(model.liveProperty().get()).isTrue();
    }

    @Test
    void anObstacleKeepsTheButtonOffWhateverIsTyped() {
        path.answering(SampleActs.preflight(List.of(Check.stops(Check.Subject.TARGET, "step was 2, is 3", List.of()))));
        model.propose(SampleActs.ROLL_BACK, "why");
        model.typedProperty().set("fraud-scorer");

        assertThat(model.liveProperty().get()).isFalse();
        assertThat(model.contentProperty().get())
                .isInstanceOfSatisfying(ActContent.Asked.class, asked -> assertThat(asked.obstacle())
                        .isEqualTo("Target unchanged: step was 2, is 3"));
    }

    @Test
    void pressedTwiceItIsConfirmedOnce() {
        confirm();
        model.confirm();

        assertThat(path.confirmed).singleElement().satisfies(it -> {
            assertThat(it.actor()).isEqualTo("on-call", List.of());
            assertThat(it.reason()).isEqualTo("Judge says ROLLBACK");
        });
    }

    @Test
    void whileItCountsDownEscapeCancels() {
        path.running(SampleActs.counting());
        confirm();

        assertThat(model.contentProperty().get()).isInstanceOfSatisfying(ActContent.Counting.class, counting -> {
            assertThat(counting.head().title()).isEqualTo("Rolling back in 4 s");
            assertThat(counting.left()).isEqualTo(0.8);
            assertThat(counting.request()).contains("test podHash = 7c9f4d");
        });
        model.cancel();
        assertThat(path.cancelled).containsExactly(SampleActs.ROLL_BACK.id());
    }

    @Test
    void outsideProductionTheGraceStandsInTheCornerAndEscapeStopsIt() {
        var staging = new ActViewModel(
                new Acting(path, "on-call", () -> List.of()),
                new FakeTimeline(new SampleFleet(SampleFleet.NOON)
                        .environment(SampleFleet.PROD, Environment.Stage.STAGING)
                        .moment()),
                new FxWork(Runnable::run, Runnable::run),
                Clock.fixed(SampleFleet.NOON.plusSeconds(1), ZoneOffset.UTC));
        path.answering(graceOnly());
        staging.propose(SampleActs.ROLL_BACK, "tried out");
        assertThat(staging.stoppedAside()).isFalse();

        staging.show();
        staging.confirm();
        path.running(SampleActs.counting());

        assertThat(staging.asideProperty().get()).isTrue();
        assertThat(staging.stoppedAside()).isTrue();
        assertThat(path.cancelled).containsExactly(SampleActs.ROLL_BACK.id());
        staging.expand();
        assertThat(staging.asideProperty().get()).isFalse();
    }

    @Test
    void inProductionTheGraceKeepsTheSheet() {
        path.answering(graceOnly());
        model.propose(SampleActs.ROLL_BACK, "why");
        model.confirm();

        assertThat(path.confirmed).hasSize(1);
        assertThat(model.asideProperty().get()).isFalse();
        assertThat(model.stoppedAside()).isFalse();
    }

    private static Preflight graceOnly() {
        var ready = SampleActs.ready();
        return new Preflight(
                ready.proposal(), ready.at(), ready.preparations(), ready.checks(), Preflight.Confirm.GRACE);
    }

    @Test
    void onceSentEscapeOnlyClosesTheSheet() {
        confirm();
        path.running(SampleActs.watching());
        model.show();
        path.running(SampleActs.watching());

        model.cancel();

        assertThat(path.cancelled).isEmpty();
        assertThat(model.contentProperty().get()).isNull();
    }

    @Test
    void aHalfDoneActCanBeFinished() {
        model.show();
        confirm();
        path.running(SampleActs.ended(
                Course.Ending.HALF_DONE,
                "Half done: traffic is on v16, the alias is not moved. MLflow refused (503)."));

        assertThat(model.contentProperty().get()).isInstanceOfSatisfying(ActContent.Ended.class, ended -> {
            assertThat(ended.head().title()).isEqualTo("Half done: traffic is on v16, the alias is not moved");
            assertThat(ended.text()).isEqualTo("MLflow refused (503).");
            assertThat(ended.ways()).containsExactly(ActContent.Way.FINISH, ActContent.Way.LEAVE);
        });
        model.go(ActContent.Way.FINISH);
        assertThat(path.finished).containsExactly(SampleActs.ROLL_BACK.id());
    }

    private void confirm() {
        var running = List.copyOf(path.courses);
        path.courses.clear();
        model.propose(SampleActs.ROLL_BACK, "Judge says ROLLBACK");
        model.typedProperty().set("fraud-scorer");
        running.forEach(path::running);
        model.confirm();
    }
}
