package jml.app.connect;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import jml.app.profile.Profile;
import jml.connectors.alertmanager.AlertmanagerSource;
import jml.connectors.alertmanager.SilenceActuator;
import jml.connectors.kubernetes.KubernetesOrchestrator;
import jml.connectors.kubernetes.act.WorkloadActuator;
import jml.connectors.mlflow.MlflowRegistry;
import jml.connectors.mlflow.MlflowSignatures;
import jml.connectors.mlflow.RegistryActuator;
import jml.connectors.prometheus.PrometheusStore;
import jml.core.act.Actuator;
import jml.core.alert.AlertSource;
import jml.core.alert.SeverityRules;
import jml.core.approval.ArtifactVerification;
import jml.core.metric.MetricStore;
import jml.core.model.Environment;
import jml.core.registry.ArtifactSignatures;
import jml.core.registry.ModelRegistry;
import jml.core.source.SourceException;
import jml.core.source.SourceSettings;
import jml.engine.collect.Sources;
import jml.engine.source.OnDemand;
import jml.engine.source.SourceIdentity;

/// From a profile's sources to the ports the engine asks. Connects to nothing yet.
public final class SourceWiring {
    private static final MlflowSignatures.Reach REACH = new MlflowSignatures.Reach(256L << 20, 512L << 20);

    private final SeverityRules severity;
    private final InstantSource clock;

    public SourceWiring(SeverityRules severity, InstantSource clock) {
        this.severity = severity;
        this.clock = clock;
    }

    /// One entry an environment, in the profile's order.
    public List<Sources> of(Profile profile) {
        return profile.environments().stream()
                .map(environment -> sources(environment, profile))
                .toList();
    }

    private Sources sources(Environment environment, Profile profile) {
        var metrics = new ArrayList<Sources.Metrics>();
        var alerts = new ArrayList<Sources.Connected<AlertSource>>();
        var registries = new ArrayList<Sources.Connected<ModelRegistry>>();
        var clusters = new ArrayList<Sources.Cluster>();
        for (var source : profile.sources()) {
            if (!source.environment().equals(environment.name())) {
                continue;
            }
            var identity = SourceIdentity.of(source);
            switch (source.product()) {
                case PROMETHEUS ->
                    metrics.add(new Sources.Metrics(
                            identity, new OnDemand<>(() -> metricStore(source)), source.selector()));
                case ALERTMANAGER ->
                    alerts.add(new Sources.Connected<>(identity, new OnDemand<>(() -> alertSource(source))));
                case MLFLOW ->
                    registries.add(new Sources.Connected<>(identity, new OnDemand<>(() -> registry(source))));
                case KUBERNETES ->
                    clusters.add(new Sources.Cluster(identity, KubernetesOrchestrator.of(source, clock)));
            }
        }
        return new Sources(environment, metrics, alerts, registries, clusters);
    }

    MetricStore metricStore(SourceSettings source) throws SourceException {
        return new PrometheusStore(SourceAccess.http(source), PrometheusStore.LongQueries.POST, clock);
    }

    AlertSource alertSource(SourceSettings source) throws SourceException {
        var filters = source.selector()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        return new AlertmanagerSource(SourceAccess.http(source), filters, severity);
    }

    /// The reading side of a registry.
    public ModelRegistry registry(SourceSettings source) throws SourceException {
        return new MlflowRegistry(SourceAccess.http(source));
    }

    /// Who vouches for the versions in a registry: reads up to 256 MB of a file and 512 MB of a version, on demand.
    public ArtifactSignatures signatures(SourceSettings source, ArtifactVerification verification)
            throws SourceException {
        return new MlflowSignatures(SourceAccess.files(source, REACH.fileBytes()), verification, REACH);
    }

    /// The writing side of a cluster.
    public Actuator workloads(SourceSettings source) {
        return WorkloadActuator.of(source, clock);
    }

    /// The writing side of a registry.
    public Actuator registryActs(SourceSettings source, String actor) throws SourceException {
        var user = source.signIn().user().isEmpty() ? actor : source.signIn().user();
        return new RegistryActuator(SourceAccess.http(source), SourceAccess.writes(source), user, clock);
    }

    /// The writing side of an alert source.
    public Actuator silences(SourceSettings source, String actor) throws SourceException {
        return new SilenceActuator(alertSource(source), SourceAccess.writes(source), actor, clock);
    }
}
