package jml.core.fleet.identity;

import static jml.core.fleet.identity.Sketch.GENERIC;
import static jml.core.fleet.identity.Sketch.ISTIO;
import static jml.core.fleet.identity.Sketch.SELDON;
import static jml.core.fleet.identity.Sketch.revision;
import static jml.core.fleet.identity.Sketch.version;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import jml.core.fleet.Objectives;
import jml.core.fleet.Unmatched;
import jml.core.release.Workload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MatchingTest {
    private static final String A = "sha256:aa";
    private static final String[] NONE = {};

    /// Lines are `name[! unregistered]: workloads[/hosted] <- series`.
    record Case(String fact, Sketch sketch, List<String> rows) {
        @Override
        public String toString() {
            return fact;
        }
    }

    private static Case that(String fact, Sketch sketch, String... rows) {
        return new Case(fact, sketch, List.of(rows));
    }

    static Stream<Case> cases() {
        return Stream.of(byTag(), byImage(), byLabel(), byName(), bySeries(), byHosting(), byNamespace(), byMapping())
                .flatMap(it -> it);
    }

    static Stream<Case> byTag() {
        return Stream.of(
                that(
                        "a tag beats the name that another model has",
                        new Sketch()
                                .model("risk.payments-fraud", "jml.workload=fraud-scorer", "jml.metric=fraud_v2")
                                .model("fraud-scorer", "jml.workload=fraud-scorer-legacy", "jml.metric=fraud_v1")
                                .workload("ml/fraud-scorer", "app=fraud-scorer")
                                .workload("ml/fraud-scorer-legacy", "app=fraud-scorer")
                                .series("namespace=ml", "model=fraud_v2")
                                .series("namespace=ml", "model=fraud_v1"),
                        "fraud-scorer: ml/fraud-scorer-legacy <- fraud_v1",
                        "risk.payments-fraud: ml/fraud-scorer <- fraud_v2"),
                that(
                        "a model whose tag names its workload takes no other of its name",
                        new Sketch()
                                .model("fraud-scorer", "jml.workload=fraud-scorer-legacy")
                                .workload("ml/fraud-scorer", "app=fraud-scorer"),
                        "fraud-scorer:  <- "),
                that(
                        "a tag may name the workload with its namespace",
                        new Sketch()
                                .model("fraud", "jml.workload=b/scorer")
                                .workload("a/scorer")
                                .workload("b/scorer"),
                        "fraud: b/scorer <- "),
                that(
                        "a tag may name several workloads and series",
                        new Sketch()
                                .model("fraud", "jml.workload=eu-1, eu-2", "jml.series=f1,f2")
                                .workload("ml/eu-1")
                                .workload("ml/eu-2")
                                .series("model=f1")
                                .series("model=f2"),
                        "fraud: ml/eu-1 ml/eu-2 <- f1 f2"),
                that(
                        "a tagged model without any trace stays a row",
                        new Sketch().model("defects", "jml.metric=edge_defects").model("experiment"),
                        "defects:  <- "));
    }

    static Stream<Case> byImage() {
        return Stream.of(
                that(
                        "the image's digest beats labels",
                        new Sketch()
                                .model("fraud", NONE, NONE, version("1", "image.digest=" + A))
                                .model("credit")
                                .workload(
                                        "ml/svc",
                                        new String[] {"model=credit"},
                                        revision("h", Workload.Role.STABLE, "", "lab/x@" + A, 1)),
                        "fraud: ml/svc <- "),
                that(
                        "among several models of one image the name decides",
                        new Sketch()
                                .model("fraud", NONE, NONE, version("1", "image.digest=" + A))
                                .model("credit", NONE, NONE, version("1", "image.digest=" + A))
                                .workload("ml/fraud", NONE, revision("h", Workload.Role.STABLE, "", "lab/x@" + A, 1)),
                        "fraud: ml/fraud <- "),
                that(
                        "two models of one image without anything else decide nothing",
                        new Sketch()
                                .model("fraud", NONE, NONE, version("1", "image.digest=" + A))
                                .model("credit", NONE, NONE, version("1", "image.digest=" + A))
                                .workload("ml/svc", NONE, revision("h", Workload.Role.STABLE, "", "lab/x@" + A, 1)),
                        "credit:  <- ",
                        "fraud:  <- "));
    }

    static Stream<Case> byLabel() {
        return Stream.of(
                        "jml.dev/model",
                        "serving.kserve.io/inferenceservice",
                        "seldon-deployment-id",
                        "model",
                        "model_name",
                        "app.kubernetes.io/name",
                        "app.kubernetes.io/instance",
                        "app.kubernetes.io/part-of",
                        "app",
                        "@jml.dev/model")
                .map(label -> that(
                        label + " names a registered model",
                        new Sketch().model("fraud").workload("ml/svc-7", label + "=fraud"),
                        "fraud: ml/svc-7 <- "));
    }

    static Stream<Case> byName() {
        return Stream.of(
                that(
                        "a label of models makes a row that no registry has",
                        new Sketch().workload("ml/svc-7", "model=fraud", "app=other"),
                        "fraud!: ml/svc-7 <- "),
                that("a label of applications makes none", new Sketch().workload("web/shop", "app=shop")),
                that(
                        "a registered name beats an unregistered label, which leads its series",
                        new Sketch()
                                .model("content-moderation")
                                .workload("ml/content-moderation-predictor", "model=toxicity")
                                .series("namespace=ml", "model=toxicity"),
                        "content-moderation: ml/content-moderation-predictor <- toxicity"),
                that(
                        "what serving systems add to a name is taken off",
                        new Sketch()
                                .model("fraud")
                                .workload("ml/fraud-predictor-default")
                                .series(ISTIO, "namespace=ml", "destination_workload=fraud-predictor-default"),
                        "fraud: ml/fraud-predictor-default <- fraud-predictor-default"),
                that(
                        "spelling with other case and separators is the same name",
                        new Sketch()
                                .model("Risk.Fraud_Scorer")
                                .workload("ml/risk-fraud-scorer")
                                .series("model=RISK/fraud scorer"),
                        "Risk.Fraud_Scorer: ml/risk-fraud-scorer <- RISK/fraud scorer"),
                that(
                        "two models of one spelling decide nothing",
                        new Sketch().model("fraud_scorer").model("fraud.scorer").workload("ml/fraud-scorer"),
                        "fraud.scorer:  <- ",
                        "fraud_scorer:  <- "),
                that(
                        "stable and canary workloads are one model",
                        new Sketch().model("fraud").workload("ml/fraud-stable").workload("ml/fraud-canary"),
                        "fraud: ml/fraud-stable ml/fraud-canary <- "),
                that(
                        "a look-alike of another script is another name",
                        new Sketch().model("fraud").workload("ml/x", "model=fr\u0430ud"),
                        "fr\u0430ud!: ml/x <- "),
                that(
                        "the only part of a bundle is the model, one of several is not",
                        new Sketch()
                                .model("fraud")
                                .model("credit")
                                .workload("ml/a", "app.kubernetes.io/part-of=fraud")
                                .workload("ml/b", "app.kubernetes.io/part-of=credit", "app=scorer")
                                .workload("ml/c", "app.kubernetes.io/part-of=credit", "app=redis"),
                        "fraud: ml/a <- "));
    }

    static Stream<Case> bySeries() {
        return Stream.of(
                that(
                        "a model that no cluster holds is a row from its series alone",
                        new Sketch().series("model=edge_defects"),
                        "edge_defects!:  <- edge_defects"),
                that(
                        "a registered model is a row from its series alone",
                        new Sketch().model("edge").series("model=edge"),
                        "edge:  <- edge"),
                that(
                        "a label of workloads means the workload, a label of models the model",
                        new Sketch()
                                .model("risk", "jml.workload=fraud")
                                .model("fraud", "jml.workload=other")
                                .workload("ml/fraud")
                                .series(ISTIO, "namespace=ml", "destination_workload=fraud")
                                .series("namespace=ml", "model=fraud"),
                        "fraud:  <- fraud",
                        "risk: ml/fraud <- fraud"),
                that(
                        "a workload that names only its application runs the model that its series name",
                        new Sketch().workload("ml/fraud-server", "app=x").series("namespace=ml", "model=fraud"),
                        "fraud!: ml/fraud-server <- fraud"),
                that(
                        "series of every service make no models by themselves",
                        new Sketch()
                                .emptyRegistry()
                                .workload("ml/x", "model=fraud")
                                .series(ISTIO, "namespace=ml", "destination_workload=x")
                                .series(ISTIO, "namespace=web", "destination_workload=shop")
                                .series(ISTIO, "namespace=web"),
                        "fraud!: ml/x <- x"),
                that(
                        "what measures workloads finds those that series gave their model",
                        new Sketch()
                                .workload("ml/fraud-server", "app=x")
                                .series("namespace=ml", "model=fraud")
                                .series(ISTIO, "namespace=ml", "destination_workload=fraud-server"),
                        "fraud!: ml/fraud-server <- fraud fraud-server"),
                that(
                        "a workload of no model measures no model of its name",
                        new Sketch()
                                .model("fraud", "jml.workload=ml/scorer")
                                .workload("ml/scorer")
                                .workload("web/fraud")
                                .series(ISTIO, "namespace=web", "destination_workload=fraud"),
                        "fraud: ml/scorer <- "),
                that(
                        "without a cluster a registered model's name is enough",
                        new Sketch().model("fraud").series(ISTIO, "namespace=web", "destination_workload=fraud"),
                        "fraud:  <- fraud"),
                that(
                        "an annotation of the workload names its series",
                        new Sketch()
                                .model("moderation")
                                .workload("ml/moderation", "@jml.dev/series=toxicity")
                                .series("model=toxicity"),
                        "moderation: ml/moderation <- toxicity"),
                that(
                        "a series without the model label belongs to none",
                        new Sketch().series("namespace=ml").series("namespace=ml", "model= ")),
                that(
                        "two models tagged with one series decide nothing",
                        new Sketch()
                                .model("a", "jml.series=s")
                                .model("b", "jml.series=s")
                                .series("model=s"),
                        "a:  <- ",
                        "b:  <- "));
    }

    static Stream<Case> byHosting() {
        return Stream.of(
                that(
                        "one server hosts the models of several tags",
                        new Sketch()
                                .model("a", "jml.workload=triton")
                                .model("b", "jml.workload=triton")
                                .workload("ml/triton")
                                .series("namespace=ml", "model=a")
                                .series("namespace=ml", "model=b"),
                        "a: ml/triton/2 <- a",
                        "b: ml/triton/2 <- b"),
                that(
                        "a server lists its models itself",
                        new Sketch()
                                .model("a")
                                .workload("ml/triton", "@jml.models=a,b, c")
                                .series("namespace=ml", "model=b"),
                        "a: ml/triton/3 <- ",
                        "b!: ml/triton/3 <- b",
                        "c!: ml/triton/3 <- "),
                that(
                        "series name the server beside their models",
                        new Sketch()
                                .workload("ml/mlserver", "app=seldon")
                                .series(SELDON, "server=mlserver", "model=a")
                                .series(SELDON, "server=mlserver", "model=b"),
                        "a!: ml/mlserver/2 <- a",
                        "b!: ml/mlserver/2 <- b"));
    }

    static Stream<Case> byNamespace() {
        return Stream.of(
                that(
                        "two namespaces keep two unregistered models of one name apart",
                        new Sketch()
                                .workload("team-a/x", "model=fraud")
                                .workload("team-b/y", "model=fraud")
                                .series("namespace=team-a", "model=fraud")
                                .series("namespace=team-b", "model=fraud"),
                        "team-a/fraud!: team-a/x <- fraud",
                        "team-b/fraud!: team-b/y <- fraud"),
                that(
                        "series without a namespace belong to the only model of their name",
                        new Sketch().workload("team-a/x", "model=fraud").series("model=fraud"),
                        "fraud!: team-a/x <- fraud"),
                that(
                        "series without a namespace are none of two models of their name",
                        new Sketch()
                                .workload("team-a/x", "model=fraud")
                                .workload("team-b/y", "model=fraud")
                                .series("model=fraud"),
                        "fraud!:  <- fraud",
                        "team-a/fraud!: team-a/x <- ",
                        "team-b/fraud!: team-b/y <- "),
                that(
                        "a namespace rules out workloads of that name elsewhere",
                        new Sketch()
                                .model("risk", "jml.workload=a/scorer")
                                .workload("a/scorer")
                                .series(ISTIO, "namespace=b", "destination_workload=scorer"),
                        "risk: a/scorer <- "));
    }

    static Stream<Case> byMapping() {
        return Stream.of(
                that(
                        "a person's word beats a tag",
                        new Sketch()
                                .mapping(Unmatched.Kind.WORKLOAD, "ml/fraud-scorer", "mine")
                                .mapping(Unmatched.Kind.SERIES, "fraud_v2", "mine")
                                .model("risk", "jml.workload=fraud-scorer", "jml.series=fraud_v2")
                                .workload("ml/fraud-scorer")
                                .series("namespace=ml", "model=fraud_v2"),
                        "mine!: ml/fraud-scorer <- fraud_v2",
                        "risk:  <- "),
                that(
                        "a name a person gave leads labels and series to it",
                        new Sketch()
                                .mapping(Unmatched.Kind.WORKLOAD, "ml/x", "fraud")
                                .workload("ml/x")
                                .workload("other/y", "model=fraud")
                                .series("namespace=third", "model=fraud"),
                        "fraud!: ml/x other/y <- fraud"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void namesLeadToModels(Case each) {
        var identified = each.sketch().identify();

        assertThat(Sketch.told(identified, each.sketch().observed())).isEqualTo(each.rows());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theOrderOfWhatWasObservedChangesNothing(Case each) {
        var expected = each.sketch().identify();
        for (int seed = 0; seed < 20; seed++) {
            var shuffled = each.sketch().shuffled(new Random(seed));
            var identified = each.sketch().rules().identify(shuffled, Objectives.defaults(), null);

            assertThat(identified.roster().models()).isEqualTo(expected.roster().models());
            assertThat(identified.unmatched()).isEqualTo(expected.unmatched());
        }
    }

    @Test
    void aServerIsSharedByTheRowsItHosts() {
        var identified = new Sketch()
                .model("a", "jml.workload=triton")
                .model("b", "jml.workload=lone")
                .model("c", "jml.workload=triton")
                .workload("ml/triton")
                .workload("ml/lone")
                .identify();

        assertThat(identified.sharing(0)).containsExactly(0, 2);
        assertThat(identified.sharing(1)).containsExactly(1);
        assertThat(identified.roster().models().get(0).resources().gpus()).isEqualTo(1.5);
        assertThat(identified.roster().models().get(1).resources().gpus()).isEqualTo(3);
        assertThat(identified.roster().models().get(0).pods().total()).isEqualTo(2);
    }

    @Test
    void seriesOfAServerAreSharedByItsModels() {
        var labels = new String[] {"namespace=ml", "destination_workload=triton"};
        var identified = new Sketch()
                .model("a", "jml.workload=triton")
                .model("b")
                .model("c", "jml.workload=triton")
                .workload("ml/triton")
                .workload("ml/b")
                .series(ISTIO, labels)
                .series(ISTIO, "namespace=ml", "destination_workload=b")
                .identify();

        var set = jml.core.metric.LabelSet.of(Sketch.pairs(labels));
        assertThat(identified.subject(Sketch.PROD, ISTIO, set, false)).isEqualTo(-1);
        assertThat(identified.sharing(Sketch.PROD, ISTIO, set)).containsExactly(0, 2);
        var own = jml.core.metric.LabelSet.of(Sketch.pairs("namespace=ml", "destination_workload=b"));
        assertThat(identified.sharing(Sketch.PROD, ISTIO, own)).isEmpty();
        assertThat(identified.roster().size()).isEqualTo(3);
    }

    @Test
    void seriesOfAnotherEnvironmentAreAnotherRow() {
        var sketch = new Sketch()
                .environment("staging", jml.core.model.Environment.Stage.STAGING)
                .model("fraud", "jml.workload=x")
                .series("model=fraud")
                .seriesIn("staging", GENERIC, "model=fraud");
        var identified = sketch.identify();

        assertThat(identified.roster().models())
                .extracting(it -> it.key().environment() + " " + it.key().name())
                .containsExactly("prod fraud", "staging fraud");
    }

    @Test
    void aTagTiesAModelToProductionNotToEveryEnvironmentOfItsRegistry() {
        var identified = new Sketch()
                .environment("staging", jml.core.model.Environment.Stage.STAGING)
                .model("fraud", "jml.workload=x")
                .identify();

        assertThat(identified.roster().models())
                .extracting(it -> it.key().environment())
                .containsExactly("prod");
    }
}
