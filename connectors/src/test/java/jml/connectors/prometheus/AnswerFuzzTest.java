package jml.connectors.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import jml.connectors.http.UnreadableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Damaged answers are refused or read as what they now say, never half, never forever.
@Timeout(60)
class AnswerFuzzTest {
    private static final int SERIES = 20;

    private static byte[] answer(boolean matrix) {
        var json = new StringBuilder("{\"status\":\"success\",\"data\":{\"resultType\":\"")
                .append(matrix ? "matrix" : "vector")
                .append("\",\"result\":[");
        for (int i = 0; i < SERIES; i++) {
            json.append(i == 0 ? "" : ",")
                    .append("{\"metric\":{\"namespace\":\"ml\",\"model\":\"m-ü}\\\"")
                    .append(i)
                    .append("\"},");
            json.append(
                    matrix
                            ? "\"values\":[[1795446000,\"0.25\"],[1795446015,\"NaN\"]]}"
                            : "\"value\":[1795446000.5,\"0.99812\"]}");
        }
        return json.append("]}}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static int seriesIn(byte[] bytes, boolean matrix) throws IOException {
        var cache = new LabelCache(100);
        if (matrix) {
            var sink = new MatrixSink(Duration.ofSeconds(15));
            AnswerReader.read(new ByteArrayInputStream(bytes), cache, sink);
            return sink.matrix(List.of()).series().size();
        }
        var sink = new VectorSink();
        AnswerReader.read(new ByteArrayInputStream(bytes), cache, sink);
        return sink.vector(List.of()).size();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyTruncationIsRefused(boolean matrix) throws IOException {
        var whole = answer(matrix);
        assertThat(seriesIn(whole, matrix)).isEqualTo(SERIES);
        for (int length = 0; length < whole.length; length++) {
            var cut = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> seriesIn(cut, matrix))
                    .as("cut after %d bytes", length)
                    .isInstanceOf(UnreadableException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void flippedBytesNeverEscapeAndNeverLoseSeries(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 5000; round++) {
            boolean matrix = random.nextBoolean();
            var bytes = answer(matrix);
            for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(seriesIn(bytes, matrix))
                        .as("seed %d round %d", seed, round)
                        .isBetween(0, SERIES);
            } catch (UnreadableException refused) {
                assertThat(refused).hasMessageMatching("(?s).+");
            } catch (IOException | RuntimeException escaped) {
                throw new AssertionError("seed " + seed + " round " + round, escaped);
            }
        }
    }

    @Test
    void whatAFlipLeavesWellFormedStillHasEverySeries() throws IOException {
        var bytes = answer(false);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("0.99812");
        bytes[at] = '7';
        assertThat(seriesIn(bytes, false)).isEqualTo(SERIES);
    }
}
