package jml.app.slo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;
import jml.app.input.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SloReplayTest {
    @TempDir
    private Path folder;

    private SloReplay replay(String json) throws IOException, InputException {
        return SloReplay.of(Files.writeString(folder.resolve("history.json"), json));
    }

    private static String outage() {
        var minutes = new StringJoiner(",", "[", "]");
        for (int minute = 0; minute < 120; minute++) {
            minutes.add(minute >= 60 && minute < 90 ? "[1000,500]" : "[1000,0]");
        }
        return minutes.toString();
    }

    @Test
    void anOutagePagesTenMinutesLater() throws IOException, InputException {
        var replay = replay("{\"objective\":0.999,\"rule\":\"mission\",\"minutes\":" + outage() + "}");

        assertThat(replay.json())
                .hasToString(
                        "{\"attained\":0.875,\"budgetSpent\":125.0,\"pages\":[{\"from\":70,\"to\":94}],\"tickets\":[]}");
        assertThat(replay.text())
                .contains(
                        "Attained 87.5000% of 99.9% over 120 minutes: 15,000 bad of 120,000, 12500.0% of their budget.")
                .contains("The window is 30 days; what is not in the file is not counted.")
                .contains("Pages: 1, when burn (5m) > 2, proven over 1h, for 10 minutes.")
                .contains("  minute 70 to 94, 24 minutes");
    }

    @Test
    void theWorkbookPagesAtOnceAndOpensATicket() throws IOException, InputException {
        var replay = replay("{\"objective\":0.999,\"rule\":\"workbook\",\"minutes\":" + outage() + "}");

        assertThat(replay.pages().getFirst().from()).isEqualTo(60);
        assertThat(replay.tickets()).hasSize(1);
    }

    @Test
    void whatIsNotKnownBurnsNothing() throws IOException, InputException {
        var replay = replay("{\"objective\":0.9,\"minutes\":[null,[0,0],null]}");

        assertThat(replay.json()).hasToString("{\"attained\":null,\"budgetSpent\":null,\"pages\":[],\"tickets\":[]}");
        assertThat(replay.text()).startsWith("No valid event in 3 minutes: nothing can be said.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"objective\":1,\"minutes\":[]} | objective: must be more than 0 and less than 1",
                "{\"minutes\":[]} | objective: is missing",
                "{\"objective\":0.9,\"minutes\":[[1,2]]} | minutes[0]: says 2 bad of 1 valid",
                "{\"objective\":0.9,\"minutes\":[[1]]} | minutes[0]: must be [valid, bad]",
                "{\"objective\":0.9,\"minutes\":[[1,-1]]} | minutes[0][1]: must be a whole number",
                "{\"objective\":0.9,\"rule\":\"seed\",\"minutes\":[]} | rule: must be mission or workbook",
                "{\"objective\":0.9,\"windowDays\":0,\"minutes\":[]} | windowDays: must be a whole number, 1 or more",
                "{\"objectives\":0.9} | objectives: no such field"
            })
    void whatIsWrongIsNamedWithItsPlace(String json, String message) {
        assertThatThrownBy(() -> replay(json))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(message);
    }
}
