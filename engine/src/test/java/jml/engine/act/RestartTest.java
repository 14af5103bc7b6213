package jml.engine.act;

import static jml.engine.act.ActScene.abort;
import static jml.engine.act.ActScene.aliasOff;
import static jml.engine.act.ActScene.rollBack;
import static jml.engine.act.PathHarness.ended;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jml.core.act.Course.Ending;
import jml.core.act.Effect;
import jml.engine.act.ActJournal.Word;
import org.junit.jupiter.api.Test;

/// What a start makes of what an earlier run left in the journal.
class RestartTest {
    private final PathHarness here = PathHarness.jumping();

    private JournalledActionPath restartedAfter(Word cut) throws Exception {
        here.ended(here.path(), rollBack(abort(), aliasOff()));
        here.cluster.sent.clear();
        here.registry.sent.clear();
        here.journal.cutBefore(cut);
        here.journal = here.journal.reopened("console-2");
        var path = here.path();
        path.start();
        return path;
    }

    @Test
    void anIntentWithoutAWordOfSendingWasNotSent() throws Exception {
        var path = restartedAfter(Word.SENDING);

        var course = ended(path);
        assertThat(course.ended()).contains(Ending.NOT_SENT);
        assertThat(course.sentence()).isEqualTo("The console stopped before anything was sent.");
        assertThat(here.cluster.sent).isEmpty();
        assertThat(here.journal.words()).containsExactly(Word.INTENT, Word.OUTCOME);
    }

    @Test
    void whatMayHaveBeenSentIsReadAndNeverSentAgain() throws Exception {
        here.cluster.reading = _ -> new Effect(Effect.State.REACHED, List.of());
        var path = restartedAfter(Word.RECEIPT);

        assertThat(ended(path).ended()).contains(Ending.HALF_DONE);
        assertThat(here.cluster.sent).isEmpty();
        assertThat(here.registry.sent).isEmpty();
        assertThat(here.journal.words()).containsExactly(Word.INTENT, Word.SENDING, Word.FOUND, Word.OUTCOME);
    }

    @Test
    void whatWasAcceptedIsWatchedOn() throws Exception {
        var path = restartedAfter(Word.OUTCOME);

        assertThat(ended(path).ended()).contains(Ending.BACK);
        assertThat(here.cluster.sent).isEmpty();
    }

    @Test
    void whatALivingConsoleHasUnderWayIsLeftToIt() throws Exception {
        here.ended(here.path(), rollBack(abort()));
        here.journal.cutBefore(Word.OUTCOME);
        here.journal = here.journal.reopened("console-2");
        here.journal.living.add("console-1");
        var path = here.path();
        path.start();

        assertThat(path.courses()).isEmpty();
    }
}
