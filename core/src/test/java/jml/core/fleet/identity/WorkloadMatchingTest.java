package jml.core.fleet.identity;

import static jml.core.fleet.identity.Match.that;
import static jml.core.fleet.identity.Sketch.ISTIO;
import static jml.core.fleet.identity.Sketch.revision;
import static jml.core.fleet.identity.Sketch.version;

import java.util.stream.Stream;
import jml.core.release.Workload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WorkloadMatchingTest {
    private static final String A = "sha256:aa";
    private static final String B = "sha256:bb";
    private static final String[] NONE = {};

    static Stream<Match> cases() {
        return Stream.of(byTag(), byImage(), byLabel(), byName()).flatMap(it -> it);
    }

    static Stream<Match> byTag() {
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

    static Stream<Match> byImage() {
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
                        "fraud:  <- "),
                that(
                        "the image of an old revision claims nothing",
                        new Sketch()
                                .model("fraud", NONE, NONE, version("1", "image.digest=" + A))
                                .model("credit", NONE, NONE, version("1", "image.digest=" + B))
                                .workload(
                                        "ml/svc",
                                        NONE,
                                        revision("h2", Workload.Role.STABLE, "", "lab/x@" + B, 1),
                                        revision("h1", Workload.Role.OLD, "", "lab/x@" + A, 0)),
                        "credit: ml/svc <- "));
    }

    static Stream<Match> byLabel() {
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

    static Stream<Match> byName() {
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

    @ParameterizedTest
    @MethodSource("cases")
    void namesLeadToModels(Match each) {
        each.assertRows();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theOrderOfWhatWasObservedChangesNothing(Match each) {
        each.assertOrderChangesNothing();
    }
}
