package jml.connectors.kubernetes;

/// A kind of object the console reads, and where the API server keeps it.
enum Resource {
    PODS("", "v1", "pods"),
    DEPLOYMENTS("apps", "v1", "deployments"),
    REPLICA_SETS("apps", "v1", "replicasets"),
    ROLLOUTS("argoproj.io", "v1alpha1", "rollouts"),
    ANALYSIS_RUNS("argoproj.io", "v1alpha1", "analysisruns");

    private final String group;
    private final String version;
    private final String plural;

    Resource(String group, String version, String plural) {
        this.group = group;
        this.version = version;
        this.plural = plural;
    }

    String group() {
        return group;
    }

    String plural() {
        return plural;
    }

    /// As RBAC messages write it: "rollouts.argoproj.io".
    String word() {
        return group.isEmpty() ? plural : plural + "." + group;
    }

    /// @param namespace empty means all
    String path(String namespace) {
        var root = group.isEmpty() ? "api/" + version : "apis/" + group + "/" + version;
        return namespace.isEmpty() ? root + "/" + plural : root + "/namespaces/" + namespace + "/" + plural;
    }
}
