package jml.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowStateTest {
    @TempDir
    private Path data;

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        var state = new WindowState(
                12, 34, 1500, 950, true, "light", "jml://on-call", Map.of("on-call", Set.of("drift", "p95")));

        state.write(data);

        assertThat(WindowState.read(data)).isEqualTo(state);
    }

    @Test
    void aFileOfAnEarlierVersionHidesNoColumn() throws IOException {
        Files.writeString(data.resolve("window.json"), """
                {"x":1,"y":2,"width":1440,"height":900,"maximised":false,"theme":"system","link":""}
                """);

        assertThat(WindowState.read(data)).isEqualTo(new WindowState(1, 2, 1440, 900, false, "system", "", Map.of()));
    }
}
