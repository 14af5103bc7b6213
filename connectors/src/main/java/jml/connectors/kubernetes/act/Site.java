package jml.connectors.kubernetes.act;

import jml.core.act.WorkloadAct.Target;
import jml.core.release.Workload.Kind;

/// Where a request goes: an object of the API server, or a part of it.
///
/// @param subresource status or scale; empty for the object itself
record Site(String group, String version, String plural, String namespace, String name, String subresource) {
    static Site of(Target target) {
        return switch (target.kind()) {
            case ROLLOUT -> new Site("argoproj.io", "v1alpha1", "rollouts", target.namespace(), target.name(), "");
            case DEPLOYMENT -> deployment(target.namespace(), target.name());
            case OTHER -> throw new IllegalArgumentException(target.path() + " is neither a Deployment nor a Rollout");
        };
    }

    static Site deployment(String namespace, String name) {
        return new Site("apps", "v1", "deployments", namespace, name, "");
    }

    Site part(String named) {
        return new Site(group, version, plural, namespace, name, named);
    }

    Kind kind() {
        return plural.equals("rollouts") ? Kind.ROLLOUT : Kind.DEPLOYMENT;
    }

    String path() {
        var whole = "apis/" + group + "/" + version + "/namespaces/" + namespace + "/" + plural + "/" + name;
        return subresource.isEmpty() ? whole : whole + "/" + subresource;
    }

    /// As RBAC writes it: `rollouts.argoproj.io/status`.
    String resource() {
        return plural + "." + group + (subresource.isEmpty() ? "" : "/" + subresource);
    }

    /// As people write it: `rollouts/fraud-scorer/status`.
    String words() {
        return plural + "/" + name + (subresource.isEmpty() ? "" : "/" + subresource);
    }
}
