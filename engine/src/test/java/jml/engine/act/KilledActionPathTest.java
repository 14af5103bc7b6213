package jml.engine.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A console is killed between every two steps of the path, and again while it takes up what the first one left:
/// nothing is sent twice, and everything that was begun has an end that fits what was sent.
/// `-Djml.kill.rounds=200` for the long campaign.
class KilledActionPathTest {
    private static final int ROUNDS = Integer.getInteger("jml.kill.rounds", 20);

    /// More than a whole path has, so that every gap between two of them has its turn in a long campaign.
    private static final int STEPS = 34;

    @TempDir
    Path folder;

    @Test
    void nothingIsSentTwiceAndNothingIsLost() throws Exception {
        var random = new Random(Long.getLong("jml.kill.seed", 1));
        var endings = new ArrayList<String>();
        for (int round = 0; round < ROUNDS; round++) {
            // Spread over the whole path also when there are fewer rounds than steps.
            int at = 1 + (ROUNDS < STEPS ? round * STEPS / ROUNDS : round % STEPS);
            endings.add(round(round, at, random));
        }
        assertThat(endings).contains("NOT_SENT", "HALF_DONE", "BACK");
    }

    private String round(int round, int at, Random random) throws IOException {
        var here = Files.createDirectory(folder.resolve("round-" + round));
        boolean cut = round % 3 == 2;
        run(here, at, cut, 0);
        if (random.nextBoolean()) {
            run(here, 1 + random.nextInt(8), cut, 1);
        }
        var end = run(here, 0, cut, 2);
        var sent = Files.exists(here.resolve("sent")) ? Files.readAllLines(here.resolve("sent")) : List.<String>of();
        var expected =
                switch (sent.size()) {
                    case 0 -> List.of("ended NOT_SENT");
                    case 1 -> List.of("ended HALF_DONE");
                    default -> List.of("ended BACK");
                };
        assertThat(sent).as("round %d, killed at step %d", round, at).doesNotHaveDuplicates();
        assertThat(expected)
                .as("round %d, killed at step %d, sent %s", round, at, sent)
                .contains(end);
        return end.substring("ended ".length());
    }

    /// The last line the process said: it ended by itself, or was killed where it stood.
    private static String run(Path folder, int standAt, boolean cut, int hour) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledConsole.class.getName(),
                        folder.toString(),
                        String.valueOf(standAt),
                        String.valueOf(cut),
                        String.valueOf(hour))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var last = "";
        try (var says = process.inputReader(StandardCharsets.UTF_8)) {
            for (var line = says.readLine(); line != null; line = says.readLine()) {
                last = line;
                if (line.equals("standing")) {
                    process.toHandle().destroyForcibly();
                }
            }
        }
        process.onExit().join();
        return last;
    }
}
