package jml.core.fleet.identity;

import static jml.core.fleet.identity.Sketch.PROD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jml.core.alert.Alert;
import jml.core.fleet.Objectives;
import jml.core.fleet.Unmatched;
import jml.core.model.Environment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UnmatchedTest {
    private static final Pattern LINE = Pattern.compile(
            "- \\{environment: \"(.*)\", (workload|series|alert): \"(.*)\", model: \"(.*)\"}", Pattern.DOTALL);

    record Case(String fact, Sketch sketch, List<String> unmatched) {
        @Override
        public String toString() {
            return fact;
        }
    }

    static Stream<Case> cases() {
        return Stream.of(
                new Case(
                        "a workload that is no model is listed, with the nearest registered one",
                        new Sketch().model("payments-fraud").workload("ml/fraud-svc-b"),
                        List.of("WORKLOAD ml/fraud-svc-b > payments-fraud")),
                new Case(
                        "what Kubernetes runs for itself is not",
                        new Sketch().workload("kube-system/coredns"),
                        List.of()),
                new Case(
                        "without anything near its own name is offered",
                        new Sketch().workload("ml/scorer-b-predictor"),
                        List.of("WORKLOAD ml/scorer-b-predictor > scorer-b")),
                new Case(
                        "an unregistered model is listed where there is a registry",
                        new Sketch()
                                .emptyRegistry()
                                .workload("ml/x", "model=fraud")
                                .series("model=edge"),
                        List.of("WORKLOAD ml/x > fraud", "SERIES edge > edge")),
                new Case(
                        "and not where there is none",
                        new Sketch().workload("ml/x", "model=fraud").series("model=edge"),
                        List.of()),
                new Case(
                        "what a person mapped is settled",
                        new Sketch()
                                .emptyRegistry()
                                .mapping(Unmatched.Kind.WORKLOAD, "ml/x", "mine")
                                .mapping(Unmatched.Kind.SERIES, "edge", "mine too")
                                .workload("ml/x")
                                .series("model=edge"),
                        List.of()),
                new Case(
                        "a series of two models is listed",
                        new Sketch()
                                .model("a-x", "jml.series=s")
                                .model("b-x", "jml.series=s")
                                .series("namespace=n", "model=s"),
                        List.of("SERIES n/s > n/s")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatBelongsToNoModelIsListed(Case each) {
        assertThat(each.sketch().identify().unmatched())
                .extracting(it -> it.kind() + " " + it.what() + " > " + model(it))
                .isEqualTo(each.unmatched());
    }

    private static String model(Unmatched unmatched) {
        return mapping(unmatched).model();
    }

    private static Mapping mapping(Unmatched unmatched) {
        var matcher = LINE.matcher(unmatched.rule());
        assertThat(matcher.matches()).as(unmatched.rule()).isTrue();
        return new Mapping(matcher.group(1), unmatched.kind(), matcher.group(3), matcher.group(4));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theRuleOfferedMatchesIt(Case each) {
        var sketch = each.sketch();
        var rules = sketch.identify().unmatched().stream()
                .map(UnmatchedTest::mapping)
                .toList();

        var identified = sketch.rules().withMappings(rules).identify(sketch.observed(), Objectives.defaults(), null);

        assertThat(identified.unmatched()).isEmpty();
    }

    @Test
    void aSeriesWithoutANameTellsWhichLabelIsMissing() {
        assertThat(new Sketch()
                        .series("namespace=ml")
                        .series("namespace=other")
                        .identify()
                        .unmatched())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.what()).isEqualTo("series of generic");
                    assertThat(it.reason()).isEqualTo("no label model names a model");
                    assertThat(it.rule()).isEmpty();
                });
    }

    @Test
    void hostileNamesStayOnOneLineOfTheProfile() {
        var mapping = new Mapping("", Unmatched.Kind.SERIES, "a\"b\\c\nd\u202ee\uD83D\uDE80\u0000", "m");

        assertThat(mapping.line())
                .isEqualTo("- {series: \"a\\\"b\\\\c\\u000ad\\u202ee\uD83D\uDE80\\u0000\", model: \"m\"}");
    }

    private static Alert alert(Map<String, String> labels) {
        return new Alert(
                "f",
                "am",
                "Burn",
                Alert.Severity.PAGE,
                Instant.EPOCH,
                labels,
                Map.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private static Sketch fleet() {
        return new Sketch()
                .mapping(Unmatched.Kind.ALERT, "Payments down", "risk")
                .model("risk", "jml.workload=fraud-scorer", "jml.series=fraud_v2")
                .model("fraud-scorer", "jml.series=fraud_v1")
                .workload("ml/fraud-scorer")
                .workload("ml/recs-predictor", "model=recs")
                .series("namespace=ml", "model=fraud_v2")
                .series("namespace=ml", "model=fraud_v1");
    }

    @ParameterizedTest
    @CsvSource({
        "model=risk,risk",
        "model=fraud_v2,risk",
        "model_name=fraud_v1,fraud-scorer",
        "model=fraud-scorer,fraud-scorer",
        "deployment=fraud-scorer,risk",
        "model=RECS,recs",
        "inferenceservice=recs,recs",
        "deployment=recs-predictor,recs",
        "anything=Payments down,risk",
        "model=unknown,",
        "instance=host:9090,",
        "severity=page,"
    })
    void alertsAreAboutTheModelTheyName(String label, String model) {
        var identified = fleet().identify();
        var alert = alert(Sketch.pairs("namespace=ml", label));

        int row = identified.row(PROD, alert);

        assertThat(row < 0 ? null : identified.roster().models().get(row).key().name())
                .isEqualTo(model);
    }

    @Test
    void anAlertOfAnUnknownModelOffersARule() {
        var identified = fleet().identify();

        assertThat(identified.unmatched(PROD, alert(Map.of("model", "recs-v9"))))
                .hasValueSatisfying(it -> {
                    assertThat(it.what()).isEqualTo("recs-v9");
                    assertThat(model(it)).isEqualTo("recs");
                });
        assertThat(identified.unmatched(PROD, alert(Map.of("model", "recs")))).isEmpty();
        assertThat(identified.unmatched(PROD, alert(Map.of("instance", "host"))))
                .isEmpty();
    }

    @Test
    void anAlertOfAnotherEnvironmentIsAboutNoModelHere() {
        var identified =
                fleet().environment("staging", Environment.Stage.STAGING).identify();

        assertThat(identified.row("staging", alert(Map.of("model", "recs")))).isEqualTo(-1);
        assertThat(identified.row("nowhere", alert(Map.of("model", "recs")))).isEqualTo(-1);
    }
}
