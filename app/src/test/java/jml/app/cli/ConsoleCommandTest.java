package jml.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import jml.app.log.LogFolder;
import jml.core.fleet.ModelState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleCommandTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path data;

    @Test
    void statusOfTheSimulatedFleetIsJson() throws Exception {
        int exit = run("status", "--json", "--data", data.toString());

        var json = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
        assertThat(exit).isEqualTo(ExitCode.OK);
        assertThat(json.path("origin").asText()).isEqualTo("simulated");
        assertThat(json.path("models")).hasSize(24);
        var first = json.path("models").path(0);
        assertThat(first.fieldNames())
                .toIterable()
                .containsExactly("name", "owner", "environment", "state", "sentence", "versions", "slis");
        assertThat(first.path("slis").path(0).fieldNames())
                .toIterable()
                .containsExactly("name", "value", "unit", "window", "samples", "age");
        assertThat(json.path("findings").valueStream())
                .anyMatch(it -> it.path("model").asText().equals("credit-line-review")
                        && it.path("sentence").asText().contains("nobody approved it"));
        var pages = json.path("alerts")
                .valueStream()
                .filter(it -> it.path("severity").asText().equals("page"))
                .toList();
        assertThat(pages).isNotEmpty().allSatisfy(page -> {
            assertThat(page.path("model").asText()).isEqualTo("fraud-scorer");
            assertThat(page.path("suppressed").asBoolean()).isFalse();
            assertThat(Instant.parse(page.path("since").asText()))
                    .isBefore(Instant.parse(json.path("at").asText()));
        });
    }

    @Test
    void statusOfTheSimulatedFleetIsATableWorstFirst() {
        int exit = run("status", "--data", data.toString());

        var lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(exit).isEqualTo(ExitCode.OK);
        assertThat(lines.get(2)).startsWith("STATE");
        assertThat(lines.get(3)).startsWith("Breaching").contains("fraud-scorer");
    }

    @Test
    void whenNoSourceAnswersTheExitCodeSaysSo() throws IOException {
        var profile = Files.writeString(data.resolve("p.yaml"), """
                environments:
                  - name: lab
                    sources:
                      - {name: nobody, product: prometheus, url: "http://127.0.0.1:9", timeout: 2s}
                """);

        int exit = run("status", "--json", "--profile", profile.toString(), "--data", data.toString());

        assertThat(exit).isEqualTo(ExitCode.NO_SOURCE);
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("console status: no source answers\n");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"state\" : \"dead\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense --flag|Unknown option: '--flag'",
                "status --profile nowhere.yaml|no such profile: nowhere.yaml",
                "render --out x --screen moon|no screen moon; there are on-call, welcome, releases, release, review, connections, kit",
                "render --out x --size 640x400|640x400 is no size; write 1440x900, 960x600 to 8000x8000",
                "render --out x --size 10x10|10x10 is no size; write 1440x900, 960x600 to 8000x8000",
                "render --out x --at yesterday|yesterday is no instant; write 2026-11-11T14:32:06Z",
                "render --out x --at 2999-01-01T00:00:00Z|lies in the future",
                "render --out pom.xml|pom.xml is a file, not a folder",
                "staus|no such command: staus; did you mean status?",
                "xyzzy|no such command: xyzzy (",
                "--data pom.xml|pom.xml is a file, not a folder",
                "--data pom.xml/below|pom.xml is a file, not a folder",
                "status --data pom.xml|pom.xml is a file, not a folder",
                "render --out x --data pom.xml|pom.xml is a file, not a folder",
                "gameday serve --port 99999|--port 99999: 0 to 65535",
                "gameday serve --port 0 --models 0|--models 0: at least one",
                "judge --rescale pom.xml|--rescale goes with --method kayenta only",
                "judge --data x pom.xml|Unknown option",
                "gameday serve|--port",
            })
    void whatCannotBeUsedIsSaidInOneLine(String arguments, String said) {
        int exit = run(arguments.split(" "));

        assertThat(exit).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString(StandardCharsets.UTF_8).lines()).hasSize(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(said);
    }

    @Test
    void helpNamesCommandsAndExitCodes() {
        int exit = run("--help");

        assertThat(exit).isEqualTo(ExitCode.OK);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("status", "render", "gameday", "--profile=FILE", "no source answers")
                .doesNotContain("tour");
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int exit = run("gameday", "serve", "--port", String.valueOf(taken.getLocalPort()));

            assertThat(exit).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(err.toString(StandardCharsets.UTF_8)).contains("--port " + taken.getLocalPort());
        }
    }

    @Test
    void helpOfJudgeAndGameDayShowsOnlyWhatTheyUse() {
        run("judge", "--help");
        run("gameday", "serve", "--help");

        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("One of jml, kayenta, argo, flagger")
                .containsPattern("1 +the console itself failed")
                .doesNotContain("--data", "--profile");
    }

    @Test
    void helpSaysWhereTheLogIs() {
        run("--help");

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("Log: " + LogFolder.file());
    }

    @Test
    void statusAsJsonIsWorstFirst() throws Exception {
        run("status", "--json", "--data", data.toString());

        var words = Arrays.stream(ModelState.values()).map(ModelState::word).toList();
        var order = new ObjectMapper()
                .readTree(out.toString(StandardCharsets.UTF_8))
                .path("models")
                .valueStream()
                .map(model -> words.indexOf(model.path("state").asText()))
                .toList();
        assertThat(order).hasSize(24).doesNotContain(-1).isSorted();
    }

    private int run(String... arguments) {
        return ConsoleCommand.run(
                arguments,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
