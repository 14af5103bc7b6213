package jml.connectors.kubernetes.act;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.temporal.ChronoUnit;
import java.util.List;
import jml.core.act.Sighting;
import jml.core.act.WorkloadAct;
import jml.core.act.WorkloadAct.Verb;

/// Writes the one request that an act is, with what was seen as its precondition inside. Only for acts without an
/// [Obstacles] in their way.
final class Requests {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String CURRENT = "/status/currentPodHash";

    private final WorkloadAct act;
    private final WorkloadState state;
    private final Sighting seen;

    /// @param state for what never changes (templates) or what the request only copies (annotations)
    /// @param seen for the preconditions
    Requests(WorkloadAct act, WorkloadState state, Sighting seen) {
        this.act = act;
        this.state = state;
        this.seen = seen;
    }

    Change change() {
        return switch (act.verb()) {
            case Verb.Promote _ -> promote();
            case Verb.PromoteFully _ ->
                onStatus().set("/status/promoteFull", true).at(status());
            case Verb.Abort _ -> onStatus().set("/status/abort", true).at(status());
            case Verb.Retry _ ->
                onStatus()
                        .test("/status/abort", NODES.booleanNode(true), "aborted")
                        .set("/status/abort", false)
                        .at(status());
            case Verb.Pause _ -> paused(true);
            case Verb.Resume _ -> paused(false);
            case Verb.Undo undo -> undo(undo);
            case Verb.Restart restart -> restart(restart);
            case Verb.Scale scale -> scale(scale);
            case Verb.SetWeight _ -> throw new IllegalStateException("no weight can be set here: " + act.title());
        };
    }

    private Site status() {
        return state.site().part("status");
    }

    private JsonPatch onStatus() {
        return new JsonPatch().test(CURRENT, field("podHash"), "podHash");
    }

    private Change promote() {
        var patch = onStatus();
        int step = Integer.parseInt(seen.fields().getOrDefault("step", "-1"));
        if (step >= 0) {
            patch.test("/status/currentStepIndex", NODES.numberNode(step), "step");
        }
        patch.remove("/status/pauseConditions");
        if (field("pause").startsWith("Inconclusive")) {
            patch.set("/status/controllerPause", false).set("/status/currentStepIndex", NODES.numberNode(step + 1));
        }
        return patch.at(status());
    }

    private Change paused(boolean wanted) {
        var patch = new JsonPatch();
        if (state.isRollout()) {
            patch.test(CURRENT, field("podHash"), "podHash");
        } else {
            revision(patch);
        }
        if (!wanted) {
            patch.test("/spec/paused", NODES.booleanNode(true), "paused");
        }
        return patch.set("/spec/paused", wanted).mark(state.object(), id()).at(state.site());
    }

    private void revision(JsonPatch patch) {
        patch.test(
                "/metadata/annotations/" + JsonPatch.escaped(Marks.DEPLOYMENT_REVISION), field("revision"), "revision");
    }

    private Change undo(Verb.Undo undo) {
        var target = state.template(undo.hash())
                .orElseThrow(() -> new IllegalStateException("template " + undo.hash() + " is not there any more"));
        var template = Undo.template(target);
        var patch = new JsonPatch();
        var deployment = state.deployment();
        if (deployment != null) {
            revision(patch);
            return patch.set("/spec/template", template)
                    .mark(deployment, id())
                    .at(Site.deployment(
                            state.site().namespace(),
                            deployment.path("metadata").path("name").asText()));
        }
        if (state.isRollout()) {
            return patch.test(CURRENT, field("podHash"), "podHash")
                    .set("/spec/template", template)
                    .mark(state.object(), id())
                    .at(state.site());
        }
        revision(patch);
        return patch.set("/spec/template", template)
                .set("/metadata/annotations", Undo.annotations(state.object(), target, id()))
                .at(state.site());
    }

    /// A merge patch that holds the resourceVersion: the server refuses it with 409 when anything was changed since.
    private Change restart(Verb.Restart restart) {
        var at = restart.at().truncatedTo(ChronoUnit.SECONDS).toString();
        var body = NODES.objectNode();
        var metadata = body.putObject("metadata").put("resourceVersion", seen.version());
        metadata.putObject("annotations").put(Marks.ACT, id());
        if (state.isRollout()) {
            body.putObject("spec").put("restartAt", at);
        } else {
            body.putObject("spec")
                    .putObject("template")
                    .putObject("metadata")
                    .putObject("annotations")
                    .put(Marks.RESTARTED, at);
        }
        var touched = state.isRollout()
                ? "spec/restartAt"
                : "spec/template/metadata/annotations/" + JsonPatch.escaped(Marks.RESTARTED);
        return new Change(
                state.site(),
                "patch",
                "application/merge-patch+json",
                body,
                List.of("test resourceVersion = " + seen.version(), "set " + restartName() + " = " + at),
                List.of(touched));
    }

    private String restartName() {
        return state.isRollout() ? "spec.restartAt" : "spec.template annotation " + Marks.RESTARTED;
    }

    private Change scale(Verb.Scale scale) {
        JsonNode body = NODES.objectNode()
                .put("apiVersion", "autoscaling/v1")
                .put("kind", "Scale")
                .<com.fasterxml.jackson.databind.node.ObjectNode>set(
                        "metadata",
                        NODES.objectNode()
                                .put("name", state.site().name())
                                .put("namespace", state.site().namespace())
                                .put("resourceVersion", seen.version()))
                .set("spec", NODES.objectNode().put("replicas", scale.replicas()));
        return new Change(
                state.site().part("scale"),
                "update",
                "application/json",
                body,
                List.of("test resourceVersion = " + seen.version(), "set spec.replicas = " + scale.replicas()),
                List.of("spec/replicas"));
    }

    private String field(String name) {
        return seen.fields().getOrDefault(name, "");
    }

    private String id() {
        return act.id().toString();
    }
}
