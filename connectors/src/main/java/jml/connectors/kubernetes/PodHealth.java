package jml.connectors.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/// How one pod does, in Kubernetes' own words.
///
/// @param restarts of all containers since the pod was made
/// @param reason why it is not ready; empty when it is
/// @param fault false when it is ready or only starting
/// @param digest of the main container's image as pulled; empty when unknown
record PodHealth(boolean ready, int restarts, String reason, String message, boolean fault, String digest) {
    // Every pod passes through these; only how long it stays there tells, and counts tell that.
    private static final Set<String> STARTING =
            Set.of("ContainerCreating", "PodInitializing", "ContainersNotReady", "ContainersNotInitialized");

    private record Why(String reason, String message) {}

    static PodHealth of(JsonNode pod) {
        var status = pod.path("status");
        var ready = DeploymentReader.condition(status, "Ready")
                .path("status")
                .asText()
                .equals("True");
        int restarts = 0;
        for (var container : status.path("containerStatuses")) {
            restarts += container.path("restartCount").asInt();
        }
        for (var container : status.path("initContainerStatuses")) {
            restarts += container.path("restartCount").asInt();
        }
        var why = ready ? new Why("", "") : why(status);
        var annotations = ObjectMeta.texts(pod.path("metadata").path("annotations"));
        var running = MainContainer.of(annotations, status.path("containerStatuses"));
        return new PodHealth(
                ready,
                restarts,
                why.reason(),
                why.message(),
                !why.reason().isEmpty() && !STARTING.contains(why.reason()),
                Images.digest(running.path("imageID").asText("")));
    }

    // The most special first: a container's own reason says more than the pod's condition.
    private static Why why(JsonNode status) {
        var scheduled = DeploymentReader.condition(status, "PodScheduled");
        if (scheduled.path("status").asText().equals("False")) {
            return new Why(
                    scheduled.path("reason").asText("Unschedulable"),
                    scheduled.path("message").asText(""));
        }
        var waiting = new Why("", "");
        for (var kind : new String[] {"initContainerStatuses", "containerStatuses"}) {
            for (var container : status.path(kind)) {
                var found = why(container, kind.startsWith("init"));
                if (!found.reason().isEmpty() && !STARTING.contains(found.reason())) {
                    return found;
                }
                waiting = waiting.reason().isEmpty() ? found : waiting;
            }
        }
        if (!waiting.reason().isEmpty()) {
            return waiting;
        }
        if (status.has("reason")) { // the node's words: Evicted, NodeLost
            return new Why(
                    status.path("reason").asText(), status.path("message").asText(""));
        }
        var condition = DeploymentReader.condition(status, "Ready");
        return new Why(
                condition.path("reason").asText("ContainersNotReady"),
                condition.path("message").asText(""));
    }

    private static Why why(JsonNode container, boolean init) {
        var state = container.path("state");
        var where = "container " + container.path("name").asText() + ": ";
        var last = container.path("lastState").path("terminated");
        if (last.path("reason").asText().equals("OOMKilled")
                && !container.path("ready").asBoolean()) {
            // "CrashLoopBackOff" is true as well and does not say what to do.
            return new Why(
                    "OOMKilled",
                    where + "ran out of memory, exit code "
                            + last.path("exitCode").asInt());
        }
        if (state.has("waiting")) {
            var waiting = state.path("waiting");
            var message = waiting.path("message").asText("");
            return new Why(
                    waiting.path("reason").asText(""),
                    where + (last.isMissingNode() ? message : message + ended(last)));
        }
        if (state.has("terminated")
                && !(init && state.path("terminated").path("exitCode").asInt() == 0)) {
            var terminated = state.path("terminated");
            return new Why(
                    terminated.path("reason").asText("Error"),
                    where + ended(terminated).strip());
        }
        return new Why("", "");
    }

    private static String ended(JsonNode terminated) {
        var text = " last ended with exit code " + terminated.path("exitCode").asInt();
        var message = terminated.path("message").asText("").strip();
        return message.isEmpty() ? text : text + ", " + message;
    }
}
