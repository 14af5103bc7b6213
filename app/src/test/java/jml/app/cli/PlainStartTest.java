package jml.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainStartTest {
    @TempDir
    Path data;

    @Test
    void withNothingItIsTheUsualFolderAndProfile() {
        assertThat(PlainStart.of(new String[0])).contains(new PlainStart(null, DataFolder.usual()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--data ./seen --profile ./lab.yaml",
                "--profile=./lab.yaml --data=./seen",
                "--data ./seen --profile=./lab.yaml"
            })
    void folderAndProfileAreTakenInBothSpellings(String arguments) {
        assertThat(PlainStart.of(arguments.split(" ")))
                .contains(new PlainStart(Path.of("./lab.yaml"), Path.of("./seen")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "status",
                "--data",
                "--data=",
                "--data status",
                "--data --profile ./lab.yaml",
                "--data @./arguments",
                "--data ./seen --data ./other",
                "--data ./seen status",
                "--data ./seen jml://on-call",
                "--theme ./dark"
            })
    void everyOtherFormIsTheCommandLines(String arguments) {
        assertThat(PlainStart.of(arguments.split(" "))).isEmpty();
    }

    @Test
    void itSaysWhatIsWrongAsTheCommandLineWouldAndLoadsNoneOfIt() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-Xlog:class+load",
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "jml.app.Main",
                        "--data",
                        data.toString(),
                        "--profile",
                        data.resolve("nowhere.yaml").toString())
                .redirectOutput(data.resolve("out.txt").toFile())
                .redirectError(data.resolve("err.txt").toFile())
                .start();

        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(Files.readString(data.resolve("err.txt")))
                .contains("console: no such profile: " + data.resolve("nowhere.yaml") + "\n");
        try (var lines = Files.lines(data.resolve("out.txt"))) {
            assertThat(lines.filter(line -> line.contains("[class,load]")))
                    .anyMatch(line -> line.contains(" jml.app.window.ConsoleApplication "))
                    .noneMatch(line -> line.contains(" picocli."));
        }
    }
}
