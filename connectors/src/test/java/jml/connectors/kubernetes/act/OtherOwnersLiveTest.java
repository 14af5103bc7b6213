package jml.connectors.kubernetes.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jml.core.act.Check;
import jml.core.act.Check.Outcome;
import jml.core.act.Check.Subject;
import jml.core.act.Effect.State;
import jml.core.act.WorkloadAct;
import jml.core.act.WorkloadAct.Verb;
import jml.core.release.Workload.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// Targets that something else decides about as well: GitOps, an autoscaler, a service's selector, another's template.
/// The API server and Argo Rollouts are real; of Argo CD and Flux there are the kinds and their marks on the objects.
@EnabledIfEnvironmentVariable(named = "JML_LAB_KUBECONFIG_ONCALL", matches = ".+")
class OtherOwnersLiveTest {
    private static final String NAMESPACE = "jml-owners-test";
    private static final String FLUX = "kustomize.toolkit.fluxcd.io/";
    private static LabWorkloads lab;

    private LabActs acts;

    @BeforeAll
    static void connect() {
        lab = new LabWorkloads(NAMESPACE);
    }

    @AfterAll
    static void remove() {
        lab.close();
    }

    @BeforeEach
    void open() {
        acts = new LabActs(NAMESPACE);
    }

    @AfterEach
    void close() {
        acts.close();
    }

    private static WorkloadAct ranker(Verb verb) {
        return LabActs.on(NAMESPACE, Kind.DEPLOYMENT, "ranker", verb);
    }

    private Check check(WorkloadAct act, Subject subject) throws Exception {
        return acts.oncall().prepare(act).checks().stream()
                .filter(it -> it.subject() == subject)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void argoCdThatHealsStopsAnUndoAndSaysWhatToDo() throws Exception {
        lab.make();
        owners();
        lab.apply("acts", 2, "argocd-controller");
        lab.patchRanker("{\"metadata\":{\"annotations\":{\"argocd.argoproj.io/tracking-id\":\"" + NAMESPACE
                + "_ranking:apps/Deployment:" + NAMESPACE + "/ranker\"}}}");

        var check = check(ranker(new Verb.Undo(lab.hash("lab/ranker:v1"))), Subject.GITOPS);

        assertThat(check.outcome()).as(check.finding()).isEqualTo(Outcome.STOPS);
        assertThat(check.finding())
                .isEqualTo("Argo CD app ranking sets spec.template, self-heal on: it undoes this within seconds.");
        assertThat(check.steps())
                .containsExactly(
                        "Revert the version in the repository",
                        "Or switch automatic sync of Argo CD app ranking off until then");
    }

    @Test
    void fluxStopsAnUndoOnceItsKustomizationMayBeRead() throws Exception {
        lab.make();
        owners();
        lab.apply("acts", 2, "kustomize-controller");
        lab.patchRanker("{\"metadata\":{\"labels\":{\"" + FLUX + "name\":\"serving\",\"" + FLUX + "namespace\":\""
                + NAMESPACE + "\"}}}");
        var undo = ranker(new Verb.Undo(lab.hash("lab/ranker:v1")));

        assertThat(check(undo, Subject.GITOPS)).satisfies(it -> {
            assertThat(it.outcome()).isEqualTo(Outcome.TO_KNOW);
            assertThat(it.finding()).contains("which may not be read here");
        });

        lab.letRead("kustomize.toolkit.fluxcd.io", "kustomizations");
        var check = allowed(undo);
        assertThat(check.outcome()).as(check.finding()).isEqualTo(Outcome.STOPS);
        assertThat(check.finding())
                .isEqualTo("Flux Kustomization serving sets spec.template: it undoes this within 5m.");
        assertThat(check.steps())
                .containsExactly(
                        "flux suspend kustomization serving -n " + NAMESPACE,
                        "Revert the version in the repository, then resume");
    }

    // The server takes a moment to know of a new right.
    private Check allowed(WorkloadAct act) throws Exception {
        var check = check(act, Subject.GITOPS);
        for (int i = 0; i < 50 && check.outcome() != Outcome.STOPS; i++) {
            new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS);
            check = check(act, Subject.GITOPS);
        }
        return check;
    }

    private static void owners() throws Exception {
        lab.apply("stops", 1, "lab");
        lab.awaitKind("kustomizations.kustomize.toolkit.fluxcd.io");
        lab.awaitKind("applications.argoproj.io");
        lab.apply("owners", 1, "lab");
    }

    @Test
    void anAutoscalerStopsAScalingByHand() throws Exception {
        lab.make();
        lab.apply("autoscaler", 1, "lab");

        var check = check(ranker(new Verb.Scale(5)), Subject.CAPACITY);

        assertThat(check.outcome()).isEqualTo(Outcome.STOPS);
        assertThat(check.finding()).isEqualTo("HPA ranker, 2 to 6, owns the replicas and would undo this");
        assertThat(check.steps()).containsExactly("Change minReplicas or maxReplicas of HPA ranker instead");
    }

    private static WorkloadAct gate(Verb verb) {
        return LabActs.on(NAMESPACE, Kind.ROLLOUT, "gate", verb);
    }

    @Test
    void aBlueGreenReleaseIsPromotedByTheServicesSelector() throws Exception {
        lab.release("gate");
        var next = lab.hash("lab/gate:v2");

        var effect = acts.done(gate(new Verb.Promote(next, -1)));

        assertThat(effect.state()).as(effect.toString()).isEqualTo(State.REACHED);
        assertThat(lab.read("gate").at("/status/blueGreen/activeSelector").asText())
                .isEqualTo(next);
    }

    @Test
    void aBlueGreenReleaseIsAbortedBeforeItServes() throws Exception {
        lab.release("gate");
        var stable = lab.hash("lab/gate:v1");

        var effect = acts.done(gate(new Verb.Abort(lab.hash("lab/gate:v2"))));

        assertThat(effect.state()).as(effect.toString()).isEqualTo(State.REACHED);
        assertThat(lab.read("gate").at("/status/blueGreen/activeSelector").asText())
                .isEqualTo(stable);
    }

    @Test
    void anUndoOfABorrowedTemplateChangesTheDeploymentThatLendsIt() throws Exception {
        lab.release("borrower");
        var undo = LabActs.on(NAMESPACE, Kind.ROLLOUT, "borrower", new Verb.Undo(lab.hash("lab/borrower:v1")));

        assertThat(acts.oncall().prepare(undo).request()).first().isEqualTo("PATCH deployments/borrowed");
        var effect = acts.done(undo);

        assertThat(effect.state()).as(effect.toString()).isEqualTo(State.REACHED);
        assertThat(lab.image("borrowed")).isEqualTo("lab/borrower:v1");
    }
}
