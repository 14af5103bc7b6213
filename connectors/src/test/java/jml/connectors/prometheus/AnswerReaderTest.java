package jml.connectors.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jml.connectors.http.UnreadableException;
import jml.core.metric.LabelSet;
import jml.core.metric.Matrix;
import jml.core.metric.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerReaderTest {
    private final LabelCache cache = new LabelCache(1000);

    private static ByteArrayInputStream stream(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }

    private Vector vector(String json) throws IOException {
        var sink = new VectorSink();
        var envelope = AnswerReader.read(stream(json), cache, sink);
        assertThat(envelope.error()).isNull();
        return sink.vector(envelope.warnings());
    }

    private Matrix matrix(String json) throws IOException {
        var sink = new MatrixSink(Duration.ofSeconds(15));
        return sink.matrix(AnswerReader.read(stream(json), cache, sink).warnings());
    }

    private static String vectorOf(String series) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[" + series + "]}}";
    }

    private static String matrixOf(String series) {
        return "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[" + series + "]}}";
    }

    private static String sample(String labels, String value) {
        return "{\"metric\":{" + labels + "},\"value\":[1795446000.123,\"" + value + "\"]}";
    }

    @ParameterizedTest
    @CsvSource({
        "0.0475, 0.0475",
        "2.4687e-01, 0.24687",
        "1e+06, 1000000",
        "0.04755434782608696, 0.04755434782608696",
        "-0, -0.0",
        "NaN, NaN",
        "+Inf, Infinity",
        "-Inf, -Infinity"
    })
    void valuesAreReadExactly(String written, double value) throws IOException {
        assertThat(vector(vectorOf(sample("\"model\":\"a\"", written))).values())
                .containsExactly(value);
    }

    @ParameterizedTest
    @CsvSource({"0x1p3", "1d", "Infinity", "1e", "--1", "' 1'", "''", "one"})
    void whatIsNotANumberIsNamed(String written) {
        assertThatThrownBy(() -> vector(vectorOf(sample("", "1") + "," + sample("\"a\":\"b\"", written))))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("data.result[1].value: ")
                .hasMessageContaining("is not a number");
    }

    @Test
    void theSameLabelsWrittenDifferentlyAreOneInstance() throws IOException {
        var first = vector(vectorOf(sample("\"a\":\"1\",\"b\":\"2\"", "1")))
                .labels()
                .getFirst();
        var spaced = vector(vectorOf(sample("\"b\" : \"2\", \"\\u0061\":\"1\"", "1")))
                .labels()
                .getFirst();
        assertThat(spaced).isSameAs(first).isEqualTo(LabelSet.of(Map.of("a", "1", "b", "2")));
    }

    @Test
    void bracesAndQuotesInsideLabelsAreNotTheEndOfThem() throws IOException {
        var hostile = "\"model\":\"a}\\\"{[\\\\\",\"\\\"}\":\"ü\u202e\"";
        for (int round = 0; round < 2; round++) {
            var vector = vector(vectorOf(sample(hostile, "1") + "," + sample("", "2")));
            assertThat(vector.labels().getFirst().toMap()).isEqualTo(Map.of("model", "a}\"{[\\", "\"}", "ü\u202e"));
            assertThat(vector.values()).containsExactly(1, 2);
        }
    }

    @Test
    void aNameOfAMegabyteIsRead() throws IOException {
        var name = "x".repeat(1 << 20);
        assertThat(vector(vectorOf(sample("\"model\":\"" + name + "\"", "1")))
                        .labels()
                        .getFirst()
                        .get("model"))
                .isEqualTo(name);
    }

    @Test
    void warningsInfosAndPartialAnswersAreKept() throws IOException {
        var json = "{\"status\":\"success\",\"isPartial\":true,\"data\":{\"resultType\":\"vector\",\"result\":[]},"
                + "\"warnings\":[\"store down\"],\"infos\":[\"not a counter\"]}";
        assertThat(vector(json).warnings())
                .containsExactly("the server says that this answer is partial", "store down", "not a counter");
    }

    @Test
    void aScalarIsOneValue() throws IOException {
        var vector = vector("{\"data\":{\"resultType\":\"scalar\",\"result\":[1,\"7\"]},\"status\":\"success\"}");
        assertThat(vector.values()).containsExactly(7);
    }

    @Test
    void nativeHistogramsAreLeftOutAloud() throws IOException {
        var histogram = "{\"metric\":{\"model\":\"a\"},\"histogram\":[1795446000,{\"count\":\"60\",\"sum\":\"12.5\","
                + "\"buckets\":[[0,\"0.0039\",\"0.0041\",\"3\"]]}]}";
        var vector = vector(vectorOf(histogram + "," + sample("\"model\":\"b\"", "1")));
        assertThat(vector.size()).isEqualTo(1);
        assertThat(vector.warnings()).singleElement().asString().startsWith("1 series hold native histograms");
    }

    @Test
    void aMatrixKeepsTimesAndSharesThemBetweenSeries() throws IOException {
        var values = "\"values\":[[1795446000,\"1\"],[1795446015.5,\"NaN\"]]";
        var matrix =
                matrix(matrixOf("{\"metric\":{\"m\":\"a\"}," + values + "},{\"metric\":{\"m\":\"b\"}," + values + "}"));
        var first = matrix.series().getFirst();
        assertThat(first.times()).containsExactly(1795446000000L, 1795446015500L);
        assertThat(first.values()).containsExactly(1, Double.NaN);
        assertThat(matrix.series().get(1).times()).isSameAs(first.times());
        assertThat(first.step()).isEqualTo(Duration.ofSeconds(15));
    }

    @Test
    void anErrorInsideA200IsTheServersWord() throws IOException {
        var json = "{\"status\":\"error\",\"errorType\":\"execution\",\"error\":\"found duplicate series\"}";
        var envelope = AnswerReader.read(stream(json), cache, new VectorSink());
        assertThat(envelope.error()).isEqualTo("execution: found duplicate series");
    }

    @Test
    void everyWrongShapeIsNamedByItsField() {
        var wrong = Map.ofEntries(
                Map.entry("[]", "is an array where an object must be"),
                Map.entry("", "is the end of the answer"),
                Map.entry("{}", "status: is missing"),
                Map.entry("{\"status\":\"success\"}", "data.result: is missing"),
                Map.entry("{\"status\":7}", "status: is a number where a string must be"),
                Map.entry("{\"status\":\"success\",\"data\":{\"result\":[]}}", "data.resultType: is missing"),
                Map.entry(
                        "{\"status\":\"success\",\"data\":{\"resultType\":\"string\"}}", "data.resultType: is string"),
                Map.entry(matrixOf(""), "data.resultType: is matrix"),
                Map.entry(vectorOf("{\"value\":[1,\"1\"]}"), "data.result[0].value: comes before its metric"),
                Map.entry(vectorOf("{}"), "data.result[0].metric: is missing"),
                Map.entry(vectorOf("{\"metric\":{}}"), "data.result[0].value: must be there once"),
                Map.entry(vectorOf("{\"metric\":null}"), "data.result[0].metric: is null"),
                Map.entry(vectorOf("{\"metric\":{\"m\":1}}"), "data.result[0].metric: has a number as label m"),
                Map.entry(vectorOf("{\"metric\":{\"m\":\"a\",\"m\":\"a\"}}"), "the label m twice"),
                Map.entry(vectorOf("{\"metric\":{},\"value\":[1,1]}"), "data.result[0].value: is a number"),
                Map.entry(vectorOf("{\"metric\":{},\"value\":[\"1\",\"1\"]}"), "the time is a string"),
                Map.entry(vectorOf("{\"metric\":{},\"value\":[1,\"1\",2]}"), "where the end of an array must be"),
                Map.entry(vectorOf(sample("\"m\":\"a\"", "1") + "," + sample("\"m\":\"a\"", "2")), "there before"),
                Map.entry(vectorOf("") + "x", "x"),
                Map.entry(vectorOf("") + "{}", "goes on after its end"));
        wrong.forEach((json, message) -> assertThatThrownBy(() -> vector(json))
                .as(json)
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(message));
    }

    @Test
    void timesThatDoNotGrowAreNoSeries() {
        assertThatThrownBy(() -> matrix(matrixOf("{\"metric\":{},\"values\":[[2,\"1\"],[2,\"1\"]]}")))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining("data.result[0].value: the times do not grow at [1]");
    }

    @Test
    void theCacheForgetsWhatNoLongerComes() throws IOException {
        var small = new LabelCache(4);
        var kept = sample("\"m\":\"kept\"", "1");
        LabelSet first = null;
        for (int round = 0; round < 20; round++) {
            var sink = new VectorSink();
            AnswerReader.read(stream(vectorOf(kept + "," + sample("\"m\":\"" + round + "\"", "1"))), small, sink);
            var labels = sink.vector(List.of()).labels().getFirst();
            first = first == null ? labels : first;
            assertThat(labels).isSameAs(first);
        }
        assertThat(small.generation().size()).isLessThanOrEqualTo(5);
    }
}
