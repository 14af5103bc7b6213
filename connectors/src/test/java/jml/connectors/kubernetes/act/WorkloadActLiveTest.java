package jml.connectors.kubernetes.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jml.core.act.Act;
import jml.core.act.ActuatorContract;
import jml.core.act.Check;
import jml.core.act.Check.Outcome;
import jml.core.act.Check.Subject;
import jml.core.act.DryRun;
import jml.core.act.Effect;
import jml.core.act.Effect.State;
import jml.core.act.Preparation;
import jml.core.act.Receipt;
import jml.core.act.WorkloadAct;
import jml.core.act.WorkloadAct.Verb;
import jml.core.release.Workload.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// Acts on the lab's API server with the real Argo controller, in a namespace of its own.
@EnabledIfEnvironmentVariable(named = "JML_LAB_KUBECONFIG_ONCALL", matches = ".+")
class WorkloadActLiveTest extends ActuatorContract {
    private static final String NAMESPACE = "jml-act-test";
    private static LabWorkloads lab;

    private LabActs acts;
    private WorkloadActuator oncall;
    private WorkloadAct abort;

    @BeforeAll
    static void connect() {
        lab = new LabWorkloads(NAMESPACE);
    }

    @AfterAll
    static void remove() {
        lab.close();
    }

    @BeforeEach
    void begin() throws Exception {
        lab.make();
        acts = new LabActs(NAMESPACE);
        oncall = acts.oncall();
        abort = scorer(new Verb.Abort(canary()));
    }

    @AfterEach
    void end() {
        acts.close();
    }

    private static WorkloadAct scorer(Verb verb) {
        return LabActs.on(NAMESPACE, Kind.ROLLOUT, "scorer", verb);
    }

    private static WorkloadAct ranker(Verb verb) {
        return LabActs.on(NAMESPACE, Kind.DEPLOYMENT, "ranker", verb);
    }

    private static String canary() {
        return lab.hash("lab/scorer:v2");
    }

    @Override
    protected WorkloadActuator actuator() {
        return oncall;
    }

    @Override
    protected Act act() {
        return abort;
    }

    @Override
    protected void moveOn() throws Exception {
        var before = lab.scorer().path("status").path("currentPodHash").asText();
        lab.apply(3);
        lab.awaitAnother(before);
    }

    @Override
    protected int writes() {
        return -1;
    }

    private Effect done(WorkloadAct act) throws Exception {
        return acts.done(act);
    }

    @Test
    void anAbortSendsAllTrafficToTheStableVersion() throws Exception {
        var preparation = oncall.prepare(abort);

        assertThat(preparation.sentence())
                .isEqualTo("v2 stops serving. v1 grows from 3 to 4 pods, then takes all traffic.");
        assertThat(preparation.request())
                .containsExactly(
                        "PATCH rollouts/scorer/status", "test podHash = " + canary(), "set status.abort = true");
        assertThat(preparation.dryRun().lines())
                .contains(new DryRun.Line(DryRun.Kind.ADDED, "status.abort: true", false))
                .contains(new DryRun.Line(DryRun.Kind.ADDED, "traffic v2 0%", true));
        assertThat(done(abort).state()).isEqualTo(State.REACHED);
        assertThat(lab.scorer().path("status").path("phase").asText()).isEqualTo("Degraded");
    }

    @Test
    void anAbortThatSomebodyElseTookBackIsUndone() throws Exception {
        var seen = oncall.prepare(abort).seen();
        done(abort);

        lab.patchScorerStatus("{\"status\":{\"abort\":false}}");
        lab.awaitRollout("Paused");

        assertThat(oncall.effect(abort, seen).state()).isEqualTo(State.UNDONE);
    }

    @Test
    void aRetryBeginsAgain() throws Exception {
        done(abort);

        assertThat(done(scorer(new Verb.Retry(canary()))).state()).isEqualTo(State.REACHED);
    }

    @Test
    void aPromotionGoesOneStepOn() throws Exception {
        var effect = done(scorer(new Verb.Promote(canary(), 1)));

        assertThat(effect.state()).isEqualTo(State.REACHED);
        assertThat(effect.facts()).extracting(Effect.Fact::value).contains("25% → 50%");
    }

    @Test
    void aPromotionOfTheSameStepTwiceIsRefusedByTheServer() throws Exception {
        var promote = scorer(new Verb.Promote(canary(), 1));
        var seen = oncall.prepare(promote).seen();
        oncall.send(promote, seen);

        var second = oncall.send(promote, seen);

        assertThat(second).isInstanceOf(Receipt.Refused.class);
        assertThat(((Receipt.Refused) second).reason()).isEqualTo(Receipt.Reason.MOVED_ON);
        assertThat(((Receipt.Refused) second).status()).isEqualTo(422);
    }

    @Test
    void aFullPromotionSkipsWhatIsLeft() throws Exception {
        assertThat(done(scorer(new Verb.PromoteFully(canary()))).state()).isEqualTo(State.REACHED);
        assertThat(lab.scorer().path("status").path("stableRS").asText()).isEqualTo(canary());
    }

    @Test
    void anUndoBringsTheStableTemplateBack() throws Exception {
        var stable = lab.hash("lab/scorer:v1");

        assertThat(done(scorer(new Verb.Undo(stable))).state()).isEqualTo(State.REACHED);
        var template = lab.scorer().path("spec").path("template");
        assertThat(template.path("spec")
                        .path("containers")
                        .path(0)
                        .path("image")
                        .asText())
                .isEqualTo("lab/scorer:v1");
        assertThat(template.path("metadata").path("labels").has("rollouts-pod-template-hash"))
                .isFalse();
    }

    @Test
    void anUndoOfADeploymentBringsTheEarlierTemplateBack() throws Exception {
        assertThat(done(ranker(new Verb.Undo(lab.hash("lab/ranker:v1")))).state())
                .isEqualTo(State.REACHED);
    }

    @Test
    void pauseAndResumeOfBothKinds() throws Exception {
        assertThat(done(ranker(new Verb.Pause())).state()).isEqualTo(State.REACHED);
        assertThat(done(ranker(new Verb.Resume())).state()).isEqualTo(State.REACHED);
        assertThat(done(scorer(new Verb.Pause())).state()).isEqualTo(State.REACHED);
        assertThat(oncall.prepare(scorer(new Verb.Promote(canary(), 1))).checks())
                .extracting(Check::finding)
                .containsExactly("a person has paused it");
        assertThat(done(scorer(new Verb.Resume())).state()).isEqualTo(State.REACHED);
    }

    @Test
    void restartsOfBothKinds() throws Exception {
        assertThat(done(ranker(new Verb.Restart(Instant.now()))).state()).isEqualTo(State.REACHED);
        assertThat(done(scorer(new Verb.Restart(Instant.now()))).state()).isEqualTo(State.REACHED);
    }

    @Test
    void scalingOfBothKinds() throws Exception {
        assertThat(done(ranker(new Verb.Scale(5))).state()).isEqualTo(State.REACHED);
        assertThat(done(ranker(new Verb.Scale(3))).state()).isEqualTo(State.REACHED);
        assertThat(done(scorer(new Verb.Scale(5))).state()).isEqualTo(State.REACHED);
    }

    @Test
    void aScalingWithAnOldSightingIsRefusedByTheServer() throws Exception {
        var scale = ranker(new Verb.Scale(4));
        var seen = oncall.prepare(scale).seen();
        lab.patchRanker("{\"metadata\":{\"annotations\":{\"someone\":\"was here " + UUID.randomUUID() + "\"}}}");

        assertThat(oncall.send(scale, seen)).isInstanceOfSatisfying(Receipt.Refused.class, it -> assertThat(it.status())
                .isEqualTo(409));
    }

    @Test
    void whoTurnedTheScaleBackIsTold() throws Exception {
        var scale = ranker(new Verb.Scale(5));
        var seen = oncall.prepare(scale).seen();
        oncall.send(scale, seen);
        acts.settled(scale, seen);
        lab.patchRanker("{\"spec\":{\"replicas\":2}}");

        var effect = oncall.effect(scale, seen);

        assertThat(effect.state()).isEqualTo(State.UNDONE);
        assertThat(effect.facts().getLast().what()).startsWith("scaled to 2, by fabric8");
    }

    @Test
    void aViewerIsStoppedBeforeTheClick() throws Exception {
        var viewer = acts.as("VIEWER");
        var stable = lab.hash("lab/scorer:v1");
        for (var verb : List.of(
                new Verb.Abort(canary()),
                new Verb.Promote(canary(), 1),
                new Verb.PromoteFully(canary()),
                new Verb.Undo(stable),
                new Verb.Pause(),
                new Verb.Restart(Instant.now()),
                new Verb.Scale(5))) {
            assertStopped(viewer.prepare(scorer(verb)));
        }
        for (var verb : List.of(
                new Verb.Undo(lab.hash("lab/ranker:v1")),
                new Verb.Pause(),
                new Verb.Restart(Instant.now()),
                new Verb.Scale(5))) {
            assertStopped(viewer.prepare(ranker(verb)));
        }
    }

    private static void assertStopped(Preparation preparation) {
        var permission = preparation.checks().getFirst();
        assertThat(permission.subject()).isEqualTo(Subject.PERMISSION);
        assertThat(permission.outcome()).as(permission.finding()).isEqualTo(Outcome.STOPS);
        assertThat(permission.finding()).matches("you may not (patch|update) \\S+ in " + NAMESPACE);
        assertThat(preparation.dryRun().answer()).isNotEqualTo(DryRun.Answer.ACCEPTED);
    }
}
