package jml.connectors.kubernetes;

import java.util.List;
import jml.core.source.SourceException;

/// Which namespaces are looked at.
///
/// @param namespaces one empty name means all
/// @param narrowed said when all were wanted and only one may be read; empty otherwise
record Scope(List<String> namespaces, String narrowed) {

    /// Those of the profile; without any, all, or the context's own when all may not be listed.
    static Scope of(ClusterSettings settings, ApiServer server, Access access)
            throws SourceException, InterruptedException {
        if (!settings.namespaces().isEmpty()) {
            return new Scope(settings.namespaces(), "");
        }
        var own = server.ownNamespace();
        if (own.isEmpty() || access.may("list", Resource.DEPLOYMENTS, "")) {
            return new Scope(List.of(""), "");
        }
        return new Scope(List.of(own), "may not list in all namespaces: showing " + own + ", the context's own");
    }
}
