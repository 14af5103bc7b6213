package jml.connectors.kubernetes.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jml.connectors.kubernetes.DeploymentReader;
import jml.connectors.kubernetes.RolloutReader;
import jml.core.release.Rollout;
import jml.core.release.Workload.Kind;
import org.jspecify.annotations.Nullable;

/// A workload as the API server holds it at one instant, and the ReplicaSets it owns.
///
/// @param deployment whose template the Rollout takes; null when the workload has a template of its own
/// @param templates of its revisions, newest first
/// @param templatesUnread why they could not be read; empty when they were
record WorkloadState(
        Site site, JsonNode object, @Nullable JsonNode deployment, List<Template> templates, String templatesUnread) {
    WorkloadState {
        templates = List.copyOf(templates);
    }

    /// One revision: a ReplicaSet, whose pod template never changes.
    ///
    /// @param version of the model, as its labels or image say; empty when they do not
    /// @param set the whole ReplicaSet
    record Template(String hash, long number, String version, int desired, int ready, JsonNode set) {
        static final Comparator<Template> NEWEST_FIRST =
                Comparator.comparingLong(Template::number).reversed();
    }

    boolean isRollout() {
        return site.kind() == Kind.ROLLOUT;
    }

    boolean blueGreen() {
        return object.path("spec").path("strategy").has("blueGreen");
    }

    JsonNode status() {
        return object.path("status");
    }

    String resourceVersion(JsonNode of) {
        return of.path("metadata").path("resourceVersion").asText("");
    }

    /// Hash of the newest version: the one under way, or the one that serves when none is.
    String current() {
        if (isRollout()) {
            return status().path("currentPodHash").asText("");
        }
        return templates.stream()
                .filter(template -> String.valueOf(template.number()).equals(revision(object)))
                .findFirst()
                .or(() -> templates.stream().findFirst())
                .map(Template::hash)
                .orElse("");
    }

    /// Hash of the version that serves; for a Deployment that of the newest one.
    String stable() {
        return isRollout() ? status().path("stableRS").asText("") : current();
    }

    /// As the Deployment counts; empty when it has not been counted.
    static String revision(JsonNode deployment) {
        return deployment
                .path("metadata")
                .path("annotations")
                .path(Marks.DEPLOYMENT_REVISION)
                .asText("");
    }

    boolean paused() {
        return object.path("spec").path("paused").asBoolean();
    }

    boolean aborted() {
        return status().path("abort").asBoolean();
    }

    /// Why the controller waits, as it writes it; empty when it does not.
    String pause() {
        return status().path("pauseConditions").path(0).path("reason").asText("");
    }

    /// Since when it waits, to the second; the beginning of time when it does not.
    Instant pausedSince() {
        try {
            return Instant.parse(
                    status().path("pauseConditions").path(0).path("startTime").asText(""));
        } catch (DateTimeException e) {
            return Instant.EPOCH;
        }
    }

    /// Negative when the controller counts no steps.
    int step() {
        return status().path("currentStepIndex").asInt(-1);
    }

    int replicas() {
        return object.path("spec").path("replicas").asInt(1);
    }

    /// Null while the controller has said nothing.
    @Nullable
    Rollout progress() {
        return isRollout() ? RolloutReader.progress(object) : DeploymentReader.rollout(object);
    }

    /// Share of traffic of the newest version, 0..1; NaN when nothing tells.
    double weight() {
        var progress = progress();
        return progress == null ? Double.NaN : progress.weight();
    }

    Optional<Template> template(String hash) {
        return templates.stream().filter(each -> each.hash().equals(hash)).findFirst();
    }

    int ready(String hash) {
        return template(hash).map(Template::ready).orElse(0);
    }

    int desired(String hash) {
        return template(hash).map(Template::desired).orElse(0);
    }

    /// "v17", or the template's hash where nothing names the version.
    String word(String hash) {
        var version = template(hash).map(Template::version).orElse("");
        if (version.isEmpty()) {
            return hash.isEmpty() ? "the version" : "template " + hash;
        }
        return Character.isDigit(version.charAt(0)) ? "v" + version : version;
    }

    /// Id of the console's last act on the object that holds the template.
    String lastAct() {
        var holder = deployment == null ? object : deployment;
        return holder.path("metadata").path("annotations").path(Marks.ACT).asText("");
    }

    /// For people: `Rollout fraud/fraud-scorer`.
    String words() {
        return (isRollout() ? "Rollout " : "Deployment ") + site.namespace() + "/" + site.name();
    }

    static String percent(double weight) {
        return Double.isNaN(weight) ? "unknown" : Math.round(100 * weight) + "%";
    }

    static String pods(int count) {
        return count == 1 ? "1 pod" : count + " pods";
    }
}
