package jml.lab;

import static jml.lab.LabServers.variable;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Sentences;
import jml.core.metric.Currency;
import jml.core.source.SourceHealth;
import jml.core.source.SourceHealth.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each source is killed and brought back while the console looks on. What it said is kept in `target/kills.txt`.
@EnabledIfEnvironmentVariable(named = "JML_LAB_FLEET", matches = ".+")
class KillLiveTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Sentences SENTENCES = new Sentences(ZoneOffset.UTC, Currency.UNKNOWN);

    private final List<String> said = new ArrayList<>();

    @AfterEach
    void bringEverythingBack() throws Exception {
        up("argo-rollouts", "prometheus", "alertmanager", "mlflow");
        Files.write(Path.of("target/kills.txt"), said, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    @ParameterizedTest
    @CsvSource({"prometheus,prometheus", "alertmanager,alertmanager", "mlflow,mlflow", "kube-apiserver,kubernetes"})
    void aSourceThatDiesGrowsOldAndTheRestGoesOn(String server, String source) throws Exception {
        try (var console = new LabConsole()) {
            var before = LabServers.await("all sources live", PATIENCE, console::look, fleet -> fleet.sources().stream()
                    .allMatch(it -> it.state() == State.LIVE));
            note(server, "before", source, before);

            kill(server);
            var during = LabServers.await(
                    source + " ten seconds old",
                    PATIENCE,
                    console::look,
                    fleet -> health(fleet, source).state() != State.LIVE
                            && age(fleet, source).toSeconds() >= 10);
            note(server, "killed", source, during);
            assertThat(health(during, source).state()).isEqualTo(State.STALE);
            assertThat(health(during, source).problem()).isNotNull();
            assertThat(during.sources())
                    .filteredOn(it -> !it.name().equals(source))
                    .extracting(SourceHealth::state)
                    .containsOnly(State.LIVE);
            assertThat(during.roster().models()).hasSameSizeAs(before.roster().models());

            up(server);
            var after = LabServers.await(
                    source + " live again",
                    PATIENCE,
                    console::look,
                    fleet -> health(fleet, source).state() == State.LIVE);
            note(server, "back", source, after);
            assertThat(health(after, source).problem()).isNull();
        }
    }

    private void note(String server, String when, String source, FleetSnapshot fleet) {
        var health = health(fleet, source);
        var problem = health.problem();
        int row = LabConsole.row(fleet, "risk.payments-fraud");
        said.add("%s %s: source %s, age %s s%s; fraud: %s: %s"
                .formatted(
                        server,
                        when,
                        health.state(),
                        age(fleet, source).toSeconds(),
                        problem == null ? "" : " (" + problem.message() + ", " + problem.times() + " in a row)",
                        fleet.standing(row).state().word(),
                        SENTENCES.of(fleet, row).headline()));
    }

    private static SourceHealth health(FleetSnapshot fleet, String source) {
        return fleet.sources().stream()
                .filter(it -> it.name().equals(source))
                .findFirst()
                .orElseThrow();
    }

    private static Duration age(FleetSnapshot fleet, String source) {
        var age = health(fleet, source).age(fleet.at());
        return age == null ? Duration.ZERO : age;
    }

    private static void kill(String server) throws Exception {
        var file = Path.of(variable("CACHE"), "run", server + ".pid");
        var process =
                ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).orElseThrow();
        // Workers outlive a killed parent and go on answering.
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().get(10, TimeUnit.SECONDS);
    }

    private static void up(String... servers) throws Exception {
        var command = new ArrayList<>(List.of("./up"));
        command.addAll(List.of(servers));
        var up = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File("target/up.log"))
                .start();
        assertThat(up.waitFor(3, TimeUnit.MINUTES))
                .as("lab/up within three minutes")
                .isTrue();
        assertThat(up.exitValue()).as("exit of lab/up, see target/up.log").isZero();
    }
}
