package jml.engine.act;

import static jml.engine.act.ActScene.abort;
import static jml.engine.act.ActScene.aliasOff;
import static jml.engine.act.ActScene.rollBack;
import static jml.engine.act.PathHarness.JON;
import static jml.engine.act.PathHarness.LENA;
import static jml.engine.act.PathHarness.ended;
import static jml.engine.act.PathHarness.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jml.core.act.Check;
import jml.core.act.Course.Ending;
import jml.core.act.Receipt;
import org.junit.jupiter.api.Test;

/// Proposals of which a part was accepted and the rest was not.
class HalfDoneTest {
    private final PathHarness here = PathHarness.jumping();

    @Test
    void aHalfDoneActIsFinishedAsANewActAndTheFirstPartIsNotSentAgain() throws Exception {
        here.registry.answer = (_, _) -> new Receipt.Refused(Receipt.Reason.UNAVAILABLE, 503, "MLflow is down");
        var path = here.path();
        var proposal = rollBack(abort(), aliasOff());
        var half = here.ended(path, proposal);
        assertThat(half.ended()).contains(Ending.HALF_DONE);
        assertThat(half.sentence()).startsWith("Half done. The server did not take it (503)");

        here.registry.answer = (_, _) -> new Receipt.Accepted(200, Duration.ofMillis(9), "");
        path.finish(proposal.id(), JON);
        var done = until(path, course -> course.ended().equals(Optional.of(Ending.BACK)));

        assertThat(done.steps()).allSatisfy(it -> assertThat(it.receipt()).isInstanceOf(Receipt.Accepted.class));
        assertThat(here.cluster.sent).hasSize(1);
        assertThat(here.registry.sent).hasSize(2).doesNotHaveDuplicates();
        assertThatThrownBy(() -> path.finish(proposal.id(), JON)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anAliasNobodyMayMoveDoesNotHoldUpTheCure() throws Exception {
        here.registry.checks.add(Check.stops(Check.Subject.PERMISSION, "No EDIT on fraud-scorer.", List.of()));
        var path = here.path();
        var preflight = path.preflight(rollBack(abort(), aliasOff()));
        assertThat(preflight.obstacle()).isEmpty();
        path.confirm(preflight, LENA);

        assertThat(ended(path).ended()).contains(Ending.HALF_DONE);
        assertThat(here.cluster.sent).hasSize(1);
        assertThat(here.registry.sent).isEmpty();
    }
}
