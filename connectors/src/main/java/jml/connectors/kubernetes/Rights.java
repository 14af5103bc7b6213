package jml.connectors.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jml.core.source.Connections.Check;
import jml.core.source.Connections.Outcome;
import jml.core.source.SourceException;

/// Which rights the console needs in a cluster, which of them are missing, and the narrowest Role that gives those.
final class Rights {
    private static final List<String> VERBS = List.of("list", "watch");

    private final Access access;
    private final List<String> namespaces;
    private final Map<String, List<Missing>> missing = new LinkedHashMap<>();

    private record Missing(Resource resource, List<String> verbs) {}

    /// @param namespaces to ask for; one empty name means all
    Rights(Access access, List<String> namespaces) {
        this.access = access;
        this.namespaces = namespaces;
    }

    /// One line a kind of object: "May list and watch pods in ml-serving".
    ///
    /// @param argo false when the cluster has no Argo Rollouts, whose kinds are then not asked for
    List<Check> checks(boolean argo) throws SourceException, InterruptedException {
        var checks = new ArrayList<Check>();
        for (var namespace : namespaces) {
            for (var resource : Resource.values()) {
                var what = "May list and watch " + words(resource, namespace);
                if (!argo && resource.group().equals(Resource.ROLLOUTS.group())) {
                    checks.add(new Check(what, Outcome.NOT_TRIED, "no Argo Rollouts in this cluster"));
                } else {
                    checks.add(check(what, resource, namespace));
                }
            }
        }
        return checks;
    }

    private Check check(String what, Resource resource, String namespace) throws SourceException, InterruptedException {
        var denied = new ArrayList<String>();
        for (var verb : VERBS) {
            if (!access.may(verb, resource, namespace)) {
                denied.add(verb);
            }
        }
        if (denied.isEmpty()) {
            return new Check(what, Outcome.WORKS, "yes");
        }
        missing.computeIfAbsent(namespace, name -> new ArrayList<>()).add(new Missing(resource, denied));
        var words = "may not " + String.join(" or ", denied) + " " + words(resource, namespace);
        // Without watching the console lists every minute.
        return new Check(what, denied.contains("list") ? Outcome.FAILS : Outcome.WORKS_PARTLY, words);
    }

    private static String words(Resource resource, String namespace) {
        return resource.word() + (namespace.isEmpty() ? " in all namespaces" : " in " + namespace);
    }

    /// What an administrator applies so that the checks made before pass; empty when nothing is missing.
    ///
    /// @param user who gets it, as the API server calls it
    String remedy(String user) {
        var documents = new ArrayList<String>();
        missing.forEach((namespace, rights) -> documents.add(role(namespace, rights, user)));
        return String.join("---\n", documents);
    }

    private static String role(String namespace, List<Missing> rights, String user) {
        var all = namespace.isEmpty();
        var metadata = "metadata:\n  name: jml-console-reader\n" + (all ? "" : "  namespace: " + namespace + "\n");
        var yaml = new StringBuilder("apiVersion: rbac.authorization.k8s.io/v1\nkind: ")
                .append(all ? "ClusterRole\n" : "Role\n")
                .append(metadata)
                .append("rules:\n");
        for (var right : rights) {
            yaml.append("- apiGroups: [\"").append(right.resource().group()).append("\"]\n");
            yaml.append("  resources: [").append(right.resource().plural()).append("]\n");
            yaml.append("  verbs: [").append(String.join(", ", right.verbs())).append("]\n");
        }
        yaml.append("---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ")
                .append(all ? "ClusterRoleBinding\n" : "RoleBinding\n")
                .append(metadata)
                .append("roleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: ")
                .append(all ? "ClusterRole\n" : "Role\n")
                .append("  name: jml-console-reader\nsubjects:\n")
                .append(subject(user));
        return yaml.toString();
    }

    private static String subject(String user) {
        var account = "system:serviceaccount:";
        if (user.startsWith(account) && user.indexOf(':', account.length()) > 0) {
            var names = user.substring(account.length()).split(":", 2);
            return "- kind: ServiceAccount\n  name: " + names[1] + "\n  namespace: " + names[0] + "\n";
        }
        // Quoted for YAML: user names may hold colons, at signs and backslashes.
        var quoted = user.replace("'", "''");
        return "- apiGroup: rbac.authorization.k8s.io\n  kind: User\n  name: '" + quoted + "'\n";
    }
}
