package jml.app.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The examples of docs/judge.md are files that the command takes, and end as said here.
class JudgeDocumentTest {
    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({"JML,UNDECIDED", "KAYENTA,PROMOTE", "ARGO,PROMOTE", "FLAGGER,PROMOTE"})
    void eachMethodHasAnExampleThatRuns(JudgeFile.Method method, Judged.Outcome outcome) throws Exception {
        var document = Files.readString(Path.of("..", "docs", "judge.md"));
        var heading = "\n## " + method.name().toLowerCase(java.util.Locale.ROOT);
        var example = EXAMPLE.matcher(document);

        assertThat(example.find(document.indexOf(heading))).isTrue();
        var file = Files.writeString(folder.resolve("canary.json"), example.group(1));
        assertThat(JudgeFile.judge(file, method, false).outcome()).isEqualTo(outcome);
    }
}
