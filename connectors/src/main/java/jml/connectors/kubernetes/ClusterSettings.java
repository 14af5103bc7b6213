package jml.connectors.kubernetes;

import java.time.Duration;
import java.util.List;
import jml.core.source.SourceSettings;

/// Which part of a cluster to look at, and how patiently.
///
/// @param source name of the source in the profile
/// @param namespaces to look at; empty means all, or the context's own when all may not be listed
/// @param selector label selector for Deployments and Rollouts as kubectl writes it; empty means every one
/// @param timeout of one request, its body included; a watch has no end and is not bound by it
/// @param silence longest time without a byte on a watch; the server sends a bookmark about every minute
public record ClusterSettings(
        String source,
        String environment,
        List<String> namespaces,
        String selector,
        Duration timeout,
        Duration silence) {
    private static final Duration SILENCE = Duration.ofSeconds(100);

    public ClusterSettings {
        namespaces = List.copyOf(namespaces);
    }

    public static ClusterSettings of(SourceSettings settings) {
        return new ClusterSettings(
                settings.name(),
                settings.environment(),
                settings.namespaces(),
                settings.selector(),
                settings.timeout(),
                SILENCE);
    }
}
