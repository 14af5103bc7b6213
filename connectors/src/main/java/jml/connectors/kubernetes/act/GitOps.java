package jml.connectors.kubernetes.act;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import jml.core.act.Check;
import jml.core.act.Check.Subject;
import jml.core.source.SourceException;
import org.jspecify.annotations.Nullable;

/// Who keeps an object as a repository says, and whether that would undo a change. Such tools put back only what their
/// manifests name: a status, and a field they never set, is left alone.
final class GitOps {
    private final ClusterCalls calls;

    GitOps(ClusterCalls calls) {
        this.calls = calls;
    }

    private enum Tool {
        ARGO_CD("Argo CD"),
        FLUX("Flux"),
        FLUX_HELM("Flux"),
        HELM("Helm");

        private final String word;

        Tool(String word) {
            this.word = word;
        }

        /// Under which names the API server books its changes.
        List<String> owners() {
            return switch (this) {
                case ARGO_CD -> List.of("argocd-controller", "argocd-application-controller");
                case FLUX -> List.of("kustomize-controller");
                case FLUX_HELM -> List.of("helm-controller");
                case HELM -> List.of("helm");
            };
        }
    }

    /// @param name of the application, Kustomization or release; empty when only the tool is known
    private record Owner(Tool tool, String namespace, String name) {
        String words() {
            var what =
                    switch (tool) {
                        case ARGO_CD -> "Argo CD app";
                        case FLUX -> "Flux Kustomization";
                        case FLUX_HELM -> "Flux HelmRelease";
                        case HELM -> "Helm release";
                    };
            return name.isEmpty() ? tool.word : what + " " + name;
        }
    }

    /// @param object that the change is sent to, with its managed fields
    Check check(Change change, JsonNode object) throws SourceException, InterruptedException {
        var owners = new FieldOwners(object);
        var owner = owner(object, owners);
        if (owner == null) {
            return Check.ready(Subject.GITOPS, "no sign of Argo CD, Flux or Helm on it");
        }
        if (change.touched().isEmpty()) {
            return Check.toKnow(
                    Subject.GITOPS,
                    owner.words() + " owns it. It will not undo this: only the status changes. "
                            + "Git still asks for the newest template.",
                    List.of(
                            "Revert the version in the repository",
                            "Until then any change of the template starts it again"));
        }
        var owned = change.touched().stream()
                .filter(path -> owns(owner.tool(), owners, object, path))
                .toList();
        if (owned.isEmpty()) {
            return Check.ready(
                    Subject.GITOPS,
                    owner.words() + " owns it. It will not undo this: it does not set "
                            + String.join(", ", change.touched()).replace('/', '.') + ".");
        }
        return undone(owner, String.join(", ", owned).replace('/', '.'));
    }

    private static boolean owns(Tool tool, FieldOwners owners, JsonNode object, String path) {
        if (tool.owners().stream().anyMatch(manager -> owners.owns(manager, path))) {
            return true;
        }
        // Client-side apply books its fields under other names and leaves the manifest itself.
        var applied = object.path("metadata")
                .path("annotations")
                .path("kubectl.kubernetes.io/last-applied-configuration")
                .asText("");
        var field = path.substring(path.lastIndexOf('/') + 1);
        return tool == Tool.ARGO_CD && applied.contains("\"" + field + "\"");
    }

    private Check undone(Owner owner, String fields) throws SourceException, InterruptedException {
        var sets = owner.words() + " sets " + fields;
        return switch (owner.tool()) {
            case ARGO_CD -> argo(owner, sets);
            case FLUX, FLUX_HELM -> flux(owner, sets);
            case HELM ->
                Check.toKnow(
                        Subject.GITOPS,
                        sets + ". It stays until the next upgrade of the release, which undoes it.",
                        List.of("Change the release's values as well"));
        };
    }

    private Check argo(Owner owner, String sets) throws SourceException, InterruptedException {
        var steps = List.of(
                "Revert the version in the repository",
                "Or switch automatic sync of " + owner.words() + " off until then");
        var answer = calls.look(
                "apis/argoproj.io/v1alpha1/namespaces/" + owner.namespace() + "/applications/" + owner.name(),
                Map.of());
        if (!answer.success()) {
            return Check.toKnow(
                    Subject.GITOPS,
                    sets + ". Whether it heals by itself may not be read here; if it does, it undoes this.",
                    steps);
        }
        var automated = answer.body().path("spec").path("syncPolicy").path("automated");
        if (automated.path("selfHeal").asBoolean()) {
            return Check.stops(Subject.GITOPS, sets + ", self-heal on: it undoes this within seconds.", steps);
        }
        return Check.toKnow(
                Subject.GITOPS,
                sets + (automated.isObject() ? ", automatic sync" : ", manual sync")
                        + ", self-heal off: the next sync undoes this.",
                steps);
    }

    private Check flux(Owner owner, String sets) throws SourceException, InterruptedException {
        var helm = owner.tool() == Tool.FLUX_HELM;
        var root = helm ? "apis/helm.toolkit.fluxcd.io/v2" : "apis/kustomize.toolkit.fluxcd.io/v1";
        var plural = helm ? "helmreleases" : "kustomizations";
        var steps = List.of(
                "flux suspend " + (helm ? "helmrelease" : "kustomization") + " " + owner.name() + " -n "
                        + owner.namespace(),
                "Revert the version in the repository, then resume");
        var answer =
                calls.look(root + "/namespaces/" + owner.namespace() + "/" + plural + "/" + owner.name(), Map.of());
        if (!answer.success()) {
            return Check.toKnow(
                    Subject.GITOPS,
                    sets + ". Unless it is suspended, which may not be read here, it undoes this.",
                    steps);
        }
        var spec = answer.body().path("spec");
        if (spec.path("suspend").asBoolean()) {
            return Check.toKnow(
                    Subject.GITOPS, sets + ", suspended: resuming it undoes this.", List.of(steps.getLast()));
        }
        return Check.stops(
                Subject.GITOPS,
                sets + ": it undoes this within " + spec.path("interval").asText("its interval") + ".",
                steps);
    }

    private static @Nullable Owner owner(JsonNode object, FieldOwners owners) {
        var labels = object.path("metadata").path("labels");
        var annotations = object.path("metadata").path("annotations");
        var tracking = annotations.path("argocd.argoproj.io/tracking-id").asText("");
        if (!tracking.isEmpty()) {
            return argoOwner(tracking.substring(0, Math.max(0, tracking.indexOf(':'))));
        }
        for (var named : List.of(annotations, labels)) {
            var app = named.path("argocd.argoproj.io/instance").asText("");
            if (!app.isEmpty()) {
                return argoOwner(app);
            }
        }
        for (var tool : List.of(Tool.FLUX, Tool.FLUX_HELM)) {
            var prefix = (tool == Tool.FLUX ? "kustomize" : "helm") + ".toolkit.fluxcd.io/";
            var name = labels.path(prefix + "name").asText("");
            if (!name.isEmpty()) {
                return new Owner(tool, labels.path(prefix + "namespace").asText(""), name);
            }
        }
        var release = annotations.path("meta.helm.sh/release-name").asText("");
        if (!release.isEmpty()) {
            return new Owner(Tool.HELM, "", release);
        }
        for (var tool : Tool.values()) {
            if (tool.owners().stream().anyMatch(owners.names()::contains)) {
                return new Owner(tool, "", "");
            }
        }
        return null;
    }

    /// @param app as a tracking id names it: the application, after its namespace where that is not the usual one
    private static Owner argoOwner(String app) {
        int cut = app.indexOf('_');
        return cut < 0
                ? new Owner(Tool.ARGO_CD, "argocd", app)
                : new Owner(Tool.ARGO_CD, app.substring(0, cut), app.substring(cut + 1));
    }
}
