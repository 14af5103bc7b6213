package jml.connectors.kubernetes;

import java.util.ArrayList;
import java.util.List;
import jml.core.source.Connections.Check;
import jml.core.source.Connections.Outcome;
import jml.core.source.Connections.Report;
import jml.core.source.SourceException;

/// Tries a connection before it is kept: sign-in, version, who we are, and each right the console uses. Asks only
/// questions that change nothing.
public final class ConnectionTrial {
    private final ClusterSettings settings;
    private final ClusterLogin login;

    public ConnectionTrial(ClusterSettings settings, ClusterLogin login) {
        this.settings = settings;
        this.login = login;
    }

    /// Never throws for what is wrong with the cluster: that is what the report tells.
    public Report run() throws InterruptedException {
        var checks = new ArrayList<Check>();
        try (var server = new ApiServer(settings, login)) {
            return ask(server, checks);
        } catch (SourceException e) {
            checks.add(new Check("Reach the API server", Outcome.FAILS, String.valueOf(e.getMessage())));
            return new Report(checks, "");
        }
    }

    private Report ask(ApiServer server, List<Check> checks) throws SourceException, InterruptedException {
        var access = new Access(server);
        checks.add(new Check("Reach the API server", Outcome.WORKS, "Kubernetes " + server.version()));
        var user = access.user();
        checks.add(new Check("Sign in", Outcome.WORKS, "as " + user));
        var argo = server.knows("apis/argoproj.io/v1alpha1");
        var scope = Scope.of(settings, server, access);
        if (!scope.narrowed().isEmpty()) {
            checks.add(new Check("Look at all namespaces", Outcome.WORKS_PARTLY, scope.narrowed()));
        }
        var rights = new Rights(access, scope.namespaces());
        checks.addAll(rights.checks(argo));
        return new Report(checks, rights.remedy(user));
    }
}
