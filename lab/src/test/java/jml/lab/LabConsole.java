package jml.lab;

import static jml.lab.LabServers.variable;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import jml.connectors.alertmanager.AlertmanagerSource;
import jml.connectors.http.Access;
import jml.connectors.http.JsonHttp;
import jml.connectors.http.Limits;
import jml.connectors.kubernetes.KubernetesOrchestrator;
import jml.connectors.mlflow.MlflowRegistry;
import jml.connectors.preset.Presets;
import jml.connectors.prometheus.PrometheusStore;
import jml.core.alert.SeverityRules;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Objectives;
import jml.core.fleet.Origin;
import jml.core.fleet.Unmatched;
import jml.core.fleet.identity.IdentityRules;
import jml.core.fleet.identity.Mapping;
import jml.core.model.Environment;
import jml.core.source.SourceException;
import jml.core.source.SourceSettings;
import jml.core.source.SourceSettings.Product;
import jml.core.source.SourceSettings.SignIn;
import jml.engine.Pacer;
import jml.engine.collect.Collector;
import jml.engine.collect.Sources;
import jml.engine.source.OnDemand;
import jml.engine.source.SourceIdentity;

/// The console's collector with the sources that `lab/profile` names, without a window and a record.
final class LabConsole implements AutoCloseable {
    private static final Environment LAB = new Environment("lab", Environment.Stage.STAGING, false);
    private static final Duration EVERY = Duration.ofSeconds(15);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final Collector collector;

    LabConsole() {
        var pacer = Pacer.real();
        var prometheus = web(Product.PROMETHEUS);
        var alertmanager = web(Product.ALERTMANAGER);
        var mlflow = web(Product.MLFLOW);
        var kubernetes = settings(Product.KUBERNETES, null, variable("KUBECONFIG_VIEWER"));
        var sources = new Sources(
                LAB,
                List.of(new Sources.Metrics(
                        SourceIdentity.of(prometheus),
                        new OnDemand<>(
                                () -> new PrometheusStore(http(prometheus), PrometheusStore.LongQueries.POST, pacer)),
                        "")),
                List.of(new Sources.Connected<>(
                        SourceIdentity.of(alertmanager),
                        new OnDemand<>(
                                () -> new AlertmanagerSource(http(alertmanager), List.of(), SeverityRules.USUAL)))),
                List.of(new Sources.Connected<>(
                        SourceIdentity.of(mlflow), new OnDemand<>(() -> new MlflowRegistry(http(mlflow))))),
                List.of(new Sources.Cluster(
                        SourceIdentity.of(kubernetes), KubernetesOrchestrator.of(kubernetes, pacer))));
        var mapping = new Mapping("", Unmatched.Kind.SERIES, "toxicity", "content-moderation");
        var reading = new Collector.Reading(
                IdentityRules.defaults().withMappings(List.of(mapping)),
                Objectives.defaults(),
                Presets.builtIn().all());
        var nothing = FleetSnapshot.empty(pacer.instant(), Origin.LIVE);
        this.collector = new Collector(List.of(sources), reading, nothing, pacer, RandomGenerator.getDefault());
    }

    /// What the console would show now.
    FleetSnapshot look() {
        return collector.once();
    }

    static int row(FleetSnapshot fleet, String model) {
        for (int row = 0; row < fleet.size(); row++) {
            if (fleet.model(row).key().name().equals(model)) {
                return row;
            }
        }
        throw new AssertionError("no row " + model + " among "
                + fleet.roster().models().stream().map(ModelFacts::key).toList());
    }

    private static SourceSettings web(Product product) {
        return settings(product, URI.create(variable(product.name())), null);
    }

    private static SourceSettings settings(Product product, URI url, String kubeconfig) {
        return new SourceSettings(
                product.word(),
                LAB.name(),
                product,
                url,
                kubeconfig,
                "",
                product == Product.KUBERNETES ? List.of(Cluster.NAMESPACE) : List.of(),
                "",
                SignIn.NONE,
                EVERY,
                TIMEOUT);
    }

    private static JsonHttp http(SourceSettings source) throws SourceException {
        var limits = Limits.standard().withTimeouts(TIMEOUT, TIMEOUT, TIMEOUT);
        return JsonHttp.open(source.name(), String.valueOf(source.url()), Access.open(), limits);
    }

    @Override
    public void close() {
        collector.close();
    }
}
