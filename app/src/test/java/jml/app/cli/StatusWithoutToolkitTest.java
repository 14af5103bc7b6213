package jml.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusWithoutToolkitTest {
    @TempDir
    Path data;

    @Test
    void statusLoadsNoClassOfTheUserInterface() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "jml.app.Main",
                        "status",
                        "--json",
                        "--data",
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("out.txt").toFile())
                .start();

        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        try (var lines = Files.lines(data.resolve("out.txt"))) {
            assertThat(lines.filter(line -> line.contains("[class,load]"))
                            .filter(line -> line.contains(" javafx.") || line.contains(" jml.views.")))
                    .isEmpty();
        }
    }
}
