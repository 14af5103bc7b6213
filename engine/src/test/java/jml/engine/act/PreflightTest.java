package jml.engine.act;

import static jml.engine.act.ActScene.abort;
import static jml.engine.act.ActScene.promote;
import static jml.engine.act.ActScene.rollBack;
import static jml.engine.act.PathHarness.JON;
import static jml.engine.act.PathHarness.LENA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import jml.core.act.Check;
import jml.core.act.Check.Outcome;
import jml.core.act.Check.Subject;
import jml.core.act.Confirmation;
import jml.core.act.Course;
import jml.core.act.Preflight;
import jml.core.act.Proposal;
import jml.core.fleet.FleetSnapshot;
import jml.core.model.Environment;
import jml.core.source.SourceException;
import jml.engine.FakePacer;
import org.junit.jupiter.api.Test;

class PreflightTest {
    private final PathHarness here = PathHarness.jumping();

    private static Check check(Preflight preflight, Subject subject) {
        return preflight.checks().stream()
                .filter(it -> it.subject() == subject)
                .findFirst()
                .orElseThrow();
    }

    private record Failing(Subject subject) implements Question {
        @Override
        public List<Check> of(Proposal proposal, FleetSnapshot fleet) throws SourceException {
            throw new SourceException("opa", SourceException.Kind.UNREACHABLE, "connection refused");
        }
    }

    @Test
    void checksOfSystemsAndConsoleStandInTheirOrder() throws Exception {
        var preflight = here.path().preflight(rollBack(abort()));

        assertThat(preflight.checks())
                .extracting(Check::subject)
                .containsExactly(
                        Subject.ENVIRONMENT, Subject.PERMISSION, Subject.BLAST_RADIUS, Subject.ROLLBACK_TARGET);
        assertThat(check(preflight, Subject.BLAST_RADIUS).finding())
                .isEqualTo("25% of traffic, 15 requests/s, no other model on this server");
        assertThat(preflight.obstacle()).isEmpty();
    }

    @Test
    void aQuestionWithoutAnswerStopsWhatAddsRiskAndNotTheCure() throws Exception {
        here.questions = List.of(new Failing(Subject.POLICY));
        var path = here.path();

        assertThat(path.preflight(promote()).obstacle())
                .hasValueSatisfying(it -> assertThat(it.finding()).contains("connection refused"));
        assertThat(path.preflight(rollBack(abort())).obstacle()).isEmpty();
    }

    @Test
    void aSystemThatDoesNotAnswerStopsEvenTheCureForNothingCouldBeSent() throws Exception {
        var never = new CountDownLatch(1);
        here.impatient().cluster.checks.clear();
        here.questions = List.of();
        var path = new JournalledActionPath(
                here.journal,
                _ -> Optional.of(new Stuck(never)),
                () -> here.fleet.get(),
                new Caution(List.of(), _ -> false, here.patience, Consent.NONE),
                here.pacer,
                _ -> {});

        var preflight = path.preflight(rollBack(abort()));

        assertThat(check(preflight, Subject.TARGET).outcome()).isEqualTo(Outcome.STOPS);
        assertThat(preflight.preparations()).hasSize(1);
        assertThatThrownBy(() -> path.confirm(preflight, LENA)).isInstanceOf(IllegalStateException.class);
    }

    private record Stuck(CountDownLatch never) implements jml.core.act.Actuator {
        @Override
        public jml.core.act.Preparation prepare(jml.core.act.Act act) throws InterruptedException {
            never.await();
            throw new AssertionError();
        }

        @Override
        public jml.core.act.Receipt send(jml.core.act.Act act, jml.core.act.Sighting seen) {
            throw new AssertionError();
        }

        @Override
        public jml.core.act.Effect effect(jml.core.act.Act act, jml.core.act.Sighting before) {
            throw new AssertionError();
        }
    }

    @Test
    void aReadOnlyEnvironmentStopsEverything() throws Exception {
        here.fleet = () -> ActScene.fleet(ActScene.NOON, 0.99, Environment.Stage.PRODUCTION, true);

        assertThat(here.path().preflight(rollBack(abort())).obstacle())
                .hasValueSatisfying(it -> assertThat(it.subject()).isEqualTo(Subject.ENVIRONMENT));
    }

    @Test
    void productionTakesTheNameAndStagingTheGraceOnly() throws Exception {
        var path = here.path();
        var preflight = path.preflight(rollBack(abort()));
        assertThat(preflight.confirm()).isEqualTo(Preflight.Confirm.TYPED_NAME);
        assertThatThrownBy(() -> path.confirm(preflight, new Confirmation("lena", "burn", "fraud-score")))
                .isInstanceOf(IllegalStateException.class);

        here.in(Environment.Stage.STAGING);
        assertThat(path.preflight(rollBack(abort())).confirm()).isEqualTo(Preflight.Confirm.GRACE);
    }

    @Test
    void aSecondPersonIsSomebodyElse() throws Exception {
        var pacer = new FakePacer(ActScene.NOON);
        var held = new PathHarness(pacer);
        held.highRisk = _ -> true;
        var path = held.path();
        var proposal = rollBack(abort());
        path.confirm(path.preflight(proposal), LENA);
        PathHarness.until(path, it -> it.stage() == Course.Stage.SECOND_PERSON);
        assertThat(pacer.nextSleep()).isEqualTo(Duration.ofMinutes(30));

        assertThatThrownBy(() -> path.agree(proposal.id(), LENA)).isInstanceOf(IllegalStateException.class);
        assertThat(held.cluster.sent).isEmpty();
        path.agree(proposal.id(), JON);
        assertThat(pacer.nextSleep()).isEqualTo(Duration.ofSeconds(5));
        pacer.letGo();
        pacer.letGo();

        PathHarness.ended(path);
        assertThat(held.cluster.sent).hasSize(1);
    }

    @Test
    void withoutASecondPersonItLapses() throws Exception {
        here.highRisk = _ -> true;

        var course = here.ended(here.path(), rollBack(abort()));

        assertThat(course.ended()).contains(Course.Ending.NOT_SENT);
        assertThat(course.sentence()).contains("lapsed");
        assertThat(here.cluster.sent).isEmpty();
    }
}
