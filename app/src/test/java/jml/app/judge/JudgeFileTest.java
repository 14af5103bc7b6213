package jml.app.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import jml.app.input.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgeFileTest {
    /// The e-FAIL vector of methods §2.7.
    private static final String WORSE = """
            {"intervals":[
              {"metric":"errors","n_c":50,"n_b":950,"x_c":0,"x_b":5},
              {"metric":"errors","n_c":50,"n_b":950,"x_c":1,"x_b":5},
              {"metric":"errors","n_c":50,"n_b":950,"x_c":2,"x_b":4},
              {"metric":"errors","n_c":50,"n_b":950,"x_c":3,"x_b":4},
              {"metric":"errors","n_c":100,"n_b":900,"x_c":4,"x_b":5},
              {"metric":"errors","n_c":100,"n_b":900,"x_c":5,"x_b":5}]}""";

    @TempDir
    private Path folder;

    private Judged judge(String json, JudgeFile.Method method) throws Exception {
        return JudgeFile.judge(Files.writeString(folder.resolve("canary.json"), json), method, false);
    }

    @Test
    void aBadCanaryGoesBackWithItsEvidence() throws Exception {
        var judged = judge(WORSE, JudgeFile.Method.JML);

        assertThat(judged.outcome()).isEqualTo(Judged.Outcome.ROLLBACK);
        var json = judged.json();
        assertThat(json.path("verdict").asText()).isEqualTo("ROLLBACK");
        var errors = json.path("metrics").path(0);
        assertThat(errors.path("log10E").doubleValue()).isCloseTo(Math.log10(236312.30895542), within(1e-9));
        assertThat(errors.path("decidedAt").intValue()).isEqualTo(5);
        assertThat(errors.path("dispersion").doubleValue()).isEqualTo(1);
        assertThat(errors.path("lower").doubleValue()).isGreaterThan(1);
    }

    @Test
    void aGoodCanaryPassesItsMargin() throws Exception {
        var judged = judge("""
                {"metrics":[{"name":"errors","margin":2}],"intervals":[
                  {"metric":"errors","n_c":50,"n_b":950,"x_c":0,"x_b":5},
                  {"metric":"errors","n_c":50,"n_b":950,"x_c":1,"x_b":39},
                  {"metric":"errors","n_c":100,"n_b":900,"x_c":2,"x_b":58}]}""", JudgeFile.Method.JML);

        assertThat(judged.outcome()).isEqualTo(Judged.Outcome.PROMOTE);
        assertThat(judged.text())
                .startsWith("PROMOTE: No worse than its margin allows")
                .contains("0.34 (0.03 to 1.36)");
    }

    @Test
    void nothingCountedIsUndecided() throws Exception {
        var judged = judge("{\"metrics\":[{\"name\":\"errors\"}],\"intervals\":[]}", JudgeFile.Method.JML);

        assertThat(judged.outcome()).isEqualTo(Judged.Outcome.UNDECIDED);
        assertThat(judged.json().path("metrics").path(0).path("ratio").isNull()).isTrue();
    }

    @Test
    void kayentaScoresInItsOwnWords() throws Exception {
        var judged = judge("""
                {"metrics":[{"name":"cpu","group":"system","direction":"increase","control":[1,2,3,null,5,4],
                  "experiment":[11,12,13,15,14]},{"name":"mem","group":"system","direction":"either","control":[1,2],
                  "experiment":[2,1]}],"groupWeights":{"system":100},"thresholds":{"pass":95,"marginal":50}}""", JudgeFile.Method.KAYENTA);

        assertThat(judged.outcome()).isEqualTo(Judged.Outcome.UNDECIDED);
        var json = judged.json();
        assertThat(json.path("classification").asText()).isEqualTo("Marginal");
        assertThat(json.path("score").doubleValue()).isEqualTo(50);
        assertThat(json.path("metrics").path(0).path("classification").asText()).isEqualTo("High");
        assertThat(json.path("metrics").path(1).path("lower").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{|canary.json is no JSON: line 1, column 2",
                "[]|must be an object",
                "{\"intervals\":[{\"metric\":\"e\",\"n_c\":5,\"n_b\":5,\"x_c\":6,\"x_b\":0}]}|intervals[0].x_c: is 6 of n_c 5",
                "{\"intervals\":[{\"metric\":\"e\",\"nc\":5}]}|intervals[0].nc: no such field; there are metric, n_b, n_c",
                "{\"intervals\":[{\"metric\":\"e\",\"n_c\":-5}]}|intervals[0].n_c: must be a whole number, 0 or more",
                "{\"metrics\":[{\"name\":\"e\",\"margin\":1}],\"intervals\":[]}|metrics[0].margin: must be above 1",
                "{\"alpha\":1,\"intervals\":[]}|alpha: must lie between 0 and 1",
                "{\"metrics\":[]}|intervals: is missing",
                "{\"alpha\":0.1,\"alpha\":0.2,\"intervals\":[]}|alpha is there twice",
                "{\"intervals\":[]} {}|something follows its end",
                "{\"intervals\":[{\"metric\":\"e\",\"n_c\":5000000000000}]}|intervals[0].n_c: is more than 1,000,000,000",
                "{\"intervals\":[{\"metric\":\"e\",\"n_c\":1e30}]}|intervals[0].n_c: is more than 1,000,000,000",
                "{\"metrics\":[{\"name\":\"e\",\"margin\":1e308}],\"intervals\":[]}|metrics[0].margin: must be above 1 and at most",
                "{\"metrics\":[{\"name\":\"e\"},{\"name\":\"e\"}],\"intervals\":[]}|metrics[1].name: e is there twice",
                "{\"metrics\":[],\"intervals\":[{\"metric\":\"e\",\"n_c\":1,\"n_b\":1,\"x_c\":0,\"x_b\":0}]}|intervals[0].metric: e is not one",
                "\uFEFF{\"intervals\":[]}|begins with a byte order mark",
                "{\"alpha\":1e999,\"intervals\":[]}|alpha: is too large a number"
            })
    void badInputNamesItsPlace(String json, String message) {
        assertThatThrownBy(() -> judge(json, JudgeFile.Method.JML))
                .isInstanceOf(InputException.class)
                .message()
                .contains(message);
    }

    @Test
    void argoAndFlaggerSpeakTheirOwnWords() throws Exception {
        var argo = judge("""
                {"metrics":[{"name":"ok","successCondition":"result > 0.5","failureLimit":1,"count":5,"interval":"30s",
                  "measurements":[0.1,0.9,"NaN"]}]}""", JudgeFile.Method.ARGO);
        assertThat(argo.outcome()).isEqualTo(Judged.Outcome.ROLLBACK);
        assertThat(argo.json().path("phase").asText()).isEqualTo("Failed");
        assertThat(argo.json().path("afterSeconds").intValue()).isEqualTo(60);
        assertThat(argo.json().path("metrics").path(0).path("message").asText())
                .isEqualTo("failed (2) > failureLimit (1)");

        var flagger = judge("""
                {"threshold":2,"iterations":5,"metrics":[{"name":"request-success-rate","threshold":99,
                  "values":[100,null,100,{"error":"timeout"}]}]}""", JudgeFile.Method.FLAGGER);
        assertThat(flagger.outcome()).isEqualTo(Judged.Outcome.ROLLBACK);
        assertThat(flagger.text())
                .isEqualTo("Failed after 240 s: 2 of 4 checks failed, the last by request-success-rate\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ARGO|{\"metrics\":[{\"name\":\"m\",\"successCondition\":\"result[0] >\",\"measurements\":[]}]}|metrics[0].successCondition: line 1, column 12: ",
                "ARGO|{\"metrics\":[{\"name\":\"m\",\"count\":2,\"measurements\":[]}]}|metrics[0].interval: is missing: count is 2",
                "ARGO|{\"metrics\":[{\"name\":\"m\",\"interval\":\"5 min\",\"measurements\":[]}]}|metrics[0].interval: must be a duration",
                "ARGO|{\"metrics\":[{\"name\":\"m\",\"failureLimit\":-2,\"measurements\":[]}]}|metrics[0].failureLimit: must be a whole number, -1 or more",
                "ARGO|{\"metrics\":[],\"dryRun\":[{\"metricName\":\"(\"}]}|dryRun[0].metricName: is no pattern",
                "FLAGGER|{\"metrics\":[{\"name\":\"m\",\"values\":[]}]}|metrics[0].threshold: is missing",
                "FLAGGER|{\"metrics\":[{\"name\":\"m\",\"threshold\":1,\"values\":[\"x\"]}]}|metrics[0].values[0]: must be a number",
                "FLAGGER|{\"metrics\":[{\"name\":\"m\",\"threshold\":1,\"values\":[1]}]}|stepWeight: must be above 0",
                "FLAGGER|{\"metrics\":[]}|metrics: has no metric"
            })
    void badConditionsAndFieldsNameTheirPlace(JudgeFile.Method method, String json, String message) {
        assertThatThrownBy(() -> judge(json, method))
                .isInstanceOf(InputException.class)
                .message()
                .contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"pass\":95|\"pass\":101|thresholds.pass: must lie between 0 and 100",
                "\"pass\":95|\"pass\":40|thresholds.pass: is below marginal",
                "\"g\":100|\"g\":-1|groupWeights.g: must be 0 or more",
                "\"g\":100|\"h\":100|groupWeights.h: no metric has this group",
                "increase|upwards|metrics[0].direction: must be one of either, increase, decrease",
                "replace|zero|metrics[0].nanStrategy: must be one of remove, replace",
                "[1,2]|[1,1e999]|metrics[0].control[1]: is too large a number",
                "[1,2]|[1,1e300]|metrics[0].control[1]: is too large a number",
            })
    void kayentasTermsAreCheckedToo(String right, String wrong, String message) {
        var json = """
                {"metrics":[{"name":"m","group":"g","direction":"increase","nanStrategy":"replace","control":[1,2],
                  "experiment":[2,1]}],"groupWeights":{"g":100},"thresholds":{"pass":95,"marginal":50}}""";

        assertThatThrownBy(() -> judge(json.replace(right, wrong), JudgeFile.Method.KAYENTA))
                .isInstanceOf(InputException.class)
                .message()
                .contains(message);
    }

    @Test
    void deepNestingIsNoJson() {
        assertThatThrownBy(() -> judge("[".repeat(5_000), JudgeFile.Method.JML))
                .isInstanceOf(InputException.class)
                .message()
                .contains("nested too deeply");
    }

    @Test
    void aNameOfTheFileCannotSteerTheTerminal() throws Exception {
        var json = WORSE.replace("errors", "er\\u001b[2Jr\\nors\\u202e");

        var flagger =
                "{\"threshold\":1,\"iterations\":5,\"metrics\":[{\"name\":\"a\\u001bb\",\"threshold\":99,\"values\":[100]}]}";

        assertThat(judge(json, JudgeFile.Method.JML).text()).doesNotContain("\u001b", "r\nors", "\u202e");
        assertThat(judge(flagger, JudgeFile.Method.FLAGGER).text())
                .contains("a b")
                .doesNotContain("\u001b");
    }
}
