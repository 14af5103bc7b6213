package jml.engine.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Kills a console between every two steps of the path, and again while it takes up what the first one left. Each
/// round has a folder of its own below the given one.
public final class KillRounds {
    /// More than a whole path has, so that every gap between two of them has its turn in a long campaign.
    private static final int STEPS = 34;

    private final Path folder;
    private final Class<?> console;
    private final int rounds;

    /// @param console its `main` hands its arguments to [KilledConsole#run]
    public KillRounds(Path folder, Class<?> console, int rounds) {
        this.folder = folder;
        this.console = console;
        this.rounds = rounds;
    }

    /// Asserts of each round that nothing was sent twice and that the end fits what was sent.
    ///
    /// @return how each round ended
    public List<String> run() throws IOException {
        var random = new Random(Long.getLong("jml.kill.seed", 1));
        var endings = new ArrayList<String>();
        for (int round = 0; round < rounds; round++) {
            // Spread over the whole path also when there are fewer rounds than steps.
            int at = 1 + (rounds < STEPS ? round * STEPS / rounds : round % STEPS);
            endings.add(round(round, at, random));
        }
        return endings;
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
    private String run(Path folder, int standAt, boolean cut, int hour) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        console.getName(),
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
