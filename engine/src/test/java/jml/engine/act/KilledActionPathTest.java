package jml.engine.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A console is killed between every two steps of the path, and again while it takes up what the first one left:
/// nothing is sent twice, and everything that was begun has an end that fits what was sent.
/// `-Djml.kill.rounds=200` for the long campaign.
class KilledActionPathTest {
    @TempDir
    Path folder;

    @Test
    void nothingIsSentTwiceAndNothingIsLost() throws Exception {
        var rounds = new KillRounds(folder, KilledConsole.class, Integer.getInteger("jml.kill.rounds", 20));

        assertThat(rounds.run()).contains("NOT_SENT", "HALF_DONE", "BACK");
    }
}
