package jml.views.sample;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jml.core.model.Environment;
import jml.core.source.Connections;
import jml.core.source.SourceSettings;
import org.jspecify.annotations.Nullable;

/// What a profile would hold, in memory; counts what was asked of it.
public final class FakeConnections implements Connections {
    public final List<SourceSettings> kept = new ArrayList<>();
    public final List<SourceSettings> tested = new ArrayList<>();
    public Report report = new Report(List.of(), "");
    public @Nullable IOException refusal;

    /// The sources of the drawings.
    public static FakeConnections usual() {
        var connections = new FakeConnections();
        connections.kept.add(
                source("Prometheus eu", SourceSettings.Product.PROMETHEUS, "https://prometheus.example:9090"));
        connections.kept.add(
                source("Alertmanager eu", SourceSettings.Product.ALERTMANAGER, "https://alerts.example:9093"));
        connections.kept.add(source("MLflow", SourceSettings.Product.MLFLOW, "https://mlflow.example"));
        connections.kept.add(new SourceSettings(
                "Kubernetes",
                SampleFleet.PROD,
                SourceSettings.Product.KUBERNETES,
                null,
                null,
                "prod-eu",
                List.of(),
                "",
                SourceSettings.SignIn.NONE,
                Duration.ofSeconds(10),
                Duration.ofSeconds(5)));
        return connections;
    }

    public static SourceSettings source(String name, SourceSettings.Product product, String url) {
        return new SourceSettings(
                name,
                SampleFleet.PROD,
                product,
                URI.create(url),
                null,
                "",
                List.of(),
                "",
                SourceSettings.SignIn.NONE,
                Duration.ofSeconds(15),
                Duration.ofSeconds(5));
    }

    @Override
    public List<Environment> environments() {
        return List.of(new Environment(SampleFleet.PROD, Environment.Stage.PRODUCTION, false));
    }

    @Override
    public List<SourceSettings> sources() {
        return List.copyOf(kept);
    }

    @Override
    public List<ClusterContext> contexts() {
        return List.of(
                new ClusterContext("prod-eu", "prod-eu", "oncall", "ml"),
                new ClusterContext("staging-eu", "staging-eu", "oncall", "ml"));
    }

    @Override
    public Report test(SourceSettings settings) {
        tested.add(settings);
        return report;
    }

    @Override
    public void save(SourceSettings settings) throws IOException {
        if (refusal != null) {
            throw refusal;
        }
        kept.removeIf(it -> it.name().equals(settings.name()));
        kept.add(settings);
    }

    @Override
    public void remove(String name) throws IOException {
        if (refusal != null) {
            throw refusal;
        }
        kept.removeIf(it -> it.name().equals(name));
    }
}
