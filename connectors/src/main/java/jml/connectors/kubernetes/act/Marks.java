package jml.connectors.kubernetes.act;

/// Names that are written into objects, or read there.
final class Marks {
    /// Annotation that holds the id of the console's last act on an object.
    static final String ACT = "jml.console/act";

    /// Under which name the API server books the console's changes.
    static final String MANAGER = "jml-console";

    static final String DEPLOYMENT_REVISION = "deployment.kubernetes.io/revision";
    static final String ROLLOUT_REVISION = "rollout.argoproj.io/revision";
    static final String RESTARTED = "kubectl.kubernetes.io/restartedAt";

    private Marks() {}
}
