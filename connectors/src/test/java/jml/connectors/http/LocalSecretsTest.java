package jml.connectors.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import jml.connectors.http.SecretReader.SecretException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class LocalSecretsTest {
    private Instant now = Instant.parse("2026-11-24T10:00:00Z");
    private final LocalSecrets secrets = new LocalSecrets(Map.of("TOKEN", "t0ken"), () -> now);

    @TempDir
    private Path folder;

    private static Secret.Command shell(String script) {
        return new Secret.Command(List.of("/bin/sh", "-c", script), Duration.ofSeconds(5));
    }

    @Test
    void theEnvironmentIsRead() throws Exception {
        assertThat(secrets.read(new Secret.Environment("TOKEN"))).isEqualTo("t0ken");
        assertThatThrownBy(() -> secrets.read(new Secret.Environment("ABSENT")))
                .isInstanceOf(SecretException.class)
                .hasMessage("environment variable ABSENT is not set");
    }

    @Test
    void aFileIsReadEachTimeBecauseTokensRotate() throws Exception {
        var file = Files.writeString(folder.resolve("token"), "one\n");
        assertThat(secrets.read(new Secret.File(file))).isEqualTo("one");
        Files.writeString(file, "two");
        assertThat(secrets.read(new Secret.File(file))).isEqualTo("two");
        Files.writeString(file, "\n");
        assertThatThrownBy(() -> secrets.read(new Secret.File(file))).hasMessageContaining("is empty");
        assertThatThrownBy(() -> secrets.read(new Secret.File(folder.resolve("no"))))
                .hasMessageContaining("cannot be read");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCommandRunsOnceInFiveMinutesAndAgainWhenItsAnswerWasRefused() throws Exception {
        var runs = folder.resolve("runs");
        var command = shell("echo x >> " + runs + "; wc -l < " + runs);
        assertThat(secrets.read(command)).isEqualTo("1");
        assertThat(secrets.read(command)).isEqualTo("1");
        now = now.plus(LocalSecrets.KEPT);
        assertThat(secrets.read(command)).isEqualTo("2");
        secrets.forget(command);
        assertThat(secrets.read(command)).isEqualTo("3");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aCommandThatFailsHangsOrAsksIsSaidSo() {
        assertThatThrownBy(() -> secrets.read(shell("echo s3cret; exit 3")))
                .hasMessage("Command[/bin/sh …] ended with exit code 3");
        assertThatThrownBy(() -> secrets.read(shell("read answer; echo $answer")))
                .hasMessage("Command[/bin/sh …] printed nothing");
        assertThatThrownBy(() ->
                        secrets.read(new Secret.Command(List.of("/bin/sh", "-c", "sleep 60"), Duration.ofMillis(100))))
                .hasMessage("Command[/bin/sh …] gave nothing within PT0.1S");
        assertThatThrownBy(() -> secrets.read(new Secret.Command(List.of("/no/such/program"), Duration.ofSeconds(1))))
                .hasMessage("Command[/no/such/program …] cannot be started");
    }
}
