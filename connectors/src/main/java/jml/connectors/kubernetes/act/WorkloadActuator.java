package jml.connectors.kubernetes.act;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import jml.connectors.http.Receipts;
import jml.connectors.http.Sent;
import jml.connectors.kubernetes.ClusterLogin;
import jml.connectors.kubernetes.ClusterSettings;
import jml.connectors.kubernetes.KubeconfigLogin;
import jml.core.act.Act;
import jml.core.act.Actuator;
import jml.core.act.Check;
import jml.core.act.Check.Subject;
import jml.core.act.DryRun;
import jml.core.act.Effect;
import jml.core.act.Preparation;
import jml.core.act.Receipt;
import jml.core.act.Sighting;
import jml.core.act.WorkloadAct;
import jml.core.act.WorkloadAct.Verb;
import jml.core.source.SourceException;
import jml.core.source.SourceSettings;

/// Changes Deployments of Kubernetes and Rollouts of Argo. Each change is one request whose precondition the API server
/// checks itself, sent at most once.
///
/// The preconditions of a restart and a scaling are the target's resourceVersion, so they need a fresh sighting; the
/// others stand as long as their fields do.
public final class WorkloadActuator implements Actuator, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ClusterCalls calls;
    private final StateReader reader;
    private final InstantSource clock;

    /// @param login asked again whenever the server refuses the credentials
    public WorkloadActuator(ClusterSettings settings, ClusterLogin login, InstantSource clock) {
        this.calls = new ClusterCalls(settings, login);
        this.reader = new StateReader(calls);
        this.clock = clock;
    }

    /// On the cluster that a profile's kubeconfig and context name.
    public static WorkloadActuator of(SourceSettings source, InstantSource clock) {
        return new WorkloadActuator(ClusterSettings.of(source), KubeconfigLogin.of(source, clock), clock);
    }

    @Override
    public Preparation prepare(Act act) throws SourceException, InterruptedException {
        var asked = workload(act);
        var state = reader.read(asked.target());
        var seen = Sightings.of(asked, state, clock.instant());
        var obstacle = Obstacles.of(asked, state);
        if (obstacle.isPresent()) {
            var finding = obstacle.get();
            var nothing = new DryRun(DryRun.Answer.NOT_OFFERED, List.of());
            return new Preparation(
                    asked, seen, "Nothing is sent: " + finding.finding() + ".", List.of(finding), nothing, List.of());
        }
        return prepare(asked, state, seen);
    }

    private Preparation prepare(WorkloadAct act, WorkloadState state, Sighting seen)
            throws SourceException, InterruptedException {
        var change = new Requests(act, state, seen).change();
        var target = patched(change, state);
        var permission = new Permission(calls).check(change);
        var predicted = Outlook.lines(act, state);
        var trial = permission.outcome() == Check.Outcome.READY
                ? Trial.of(calls, change, target, predicted)
                : Trial.none("not tried: " + permission.finding(), predicted);
        var checks = new ArrayList<Check>();
        checks.add(permission);
        checks.add(Check.ready(Subject.TARGET, standing(state, seen)));
        checks.add(trial.check());
        checks.add(new GitOps(calls).check(change, target));
        checks.add(new Autoscaling(calls).check(act, state));
        return new Preparation(act, seen, Outlook.sentence(act, state), checks, trial.dryRun(), change.request());
    }

    private static JsonNode patched(Change change, WorkloadState state) {
        var deployment = state.deployment();
        return deployment != null && change.site().kind() != state.site().kind() ? deployment : state.object();
    }

    private static String standing(WorkloadState state, Sighting seen) {
        var progress = state.progress();
        var where = new StringBuilder(state.words());
        if (progress != null && !progress.steps().isEmpty()) {
            where.append(", step ")
                    .append(Math.min(state.step() + 1, progress.steps().size()))
                    .append(" of ")
                    .append(progress.steps().size());
        }
        return where.append(", version ").append(seen.version()).toString();
    }

    @Override
    public Receipt send(Act act, Sighting seen) throws InterruptedException {
        var asked = workload(act);
        Change change;
        try {
            change = new Requests(asked, known(asked), seen).change();
        } catch (SourceException e) {
            return Receipts.notSent(e);
        } catch (IllegalStateException e) {
            return new Receipt.Refused(Receipt.Reason.GONE, 0, "nothing was sent: " + e.getMessage());
        }
        return receipt(calls.send(change));
    }

    // Most requests hold nothing but what was seen: they need no further look, which might fail.
    private WorkloadState known(WorkloadAct act) throws SourceException, InterruptedException {
        return switch (act.verb()) {
            case Verb.Undo _, Verb.Pause _, Verb.Resume _ -> reader.read(act.target());
            default -> new WorkloadState(Site.of(act.target()), MissingNode.getInstance(), null, List.of(), "");
        };
    }

    private static Receipt receipt(Sent sent) {
        if (sent instanceof Sent.Answered answered && answered.status() == 422 && failedTest(answered)) {
            return new Receipt.Refused(Receipt.Reason.MOVED_ON, 422, answered.words());
        }
        return Receipts.of(sent, WorkloadActuator::resourceVersion);
    }

    // A JSON patch whose test fails is refused without a cause; a change that breaks a rule names the field.
    private static boolean failedTest(Sent.Answered answered) {
        return tree(answered).path("details").path("causes").isEmpty();
    }

    private static String resourceVersion(Sent.Answered answered) {
        return tree(answered).path("metadata").path("resourceVersion").asText("");
    }

    private static JsonNode tree(Sent.Answered answered) {
        try {
            return JSON.readTree(answered.body());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance(); // cut off: the status has told what happened
        }
    }

    @Override
    public Effect effect(Act act, Sighting before) throws SourceException, InterruptedException {
        var asked = workload(act);
        return Effects.of(asked, before, reader.read(asked.target()), clock.instant());
    }

    private static WorkloadAct workload(Act act) {
        if (act instanceof WorkloadAct workload) {
            return workload;
        }
        throw new IllegalArgumentException("not an act on a workload: " + act.title());
    }

    /// Ends its connections; the next call signs in again.
    @Override
    public void close() {
        calls.close();
    }
}
