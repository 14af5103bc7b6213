package jml.core.fleet.identity;

import static jml.core.fleet.identity.Match.that;
import static jml.core.fleet.identity.Sketch.ISTIO;
import static jml.core.fleet.identity.Sketch.SELDON;

import java.util.stream.Stream;
import jml.core.fleet.Unmatched;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SeriesMatchingTest {
    static Stream<Match> cases() {
        return Stream.of(bySeries(), byHosting(), byNamespace(), byMapping()).flatMap(it -> it);
    }

    static Stream<Match> bySeries() {
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

    static Stream<Match> byHosting() {
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

    static Stream<Match> byNamespace() {
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

    static Stream<Match> byMapping() {
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
    void namesLeadToModels(Match each) {
        each.assertRows();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theOrderOfWhatWasObservedChangesNothing(Match each) {
        each.assertOrderChangesNothing();
    }
}
