package jml.app.connect;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jml.connectors.kubernetes.ClusterSettings;
import jml.connectors.kubernetes.ConnectionTrial;
import jml.connectors.kubernetes.KubeconfigLogin;
import jml.connectors.preset.Presets;
import jml.core.metric.MetricPreset;
import jml.core.source.Connections.Check;
import jml.core.source.Connections.Outcome;
import jml.core.source.Connections.Report;
import jml.core.source.SourceException;
import jml.core.source.SourceSettings;
import jml.core.text.Words;

/// Asks one source what the console would ask it, once, and writes nothing. A check that fails ends the test, since
/// what follows would fail for the same reason.
final class SourceTest {
    private static final Duration SKEW_THAT_MATTERS = Duration.ofSeconds(30);

    private final SourceWiring wiring;
    private final InstantSource clock;
    private final List<Check> checks = new ArrayList<>();

    SourceTest(SourceWiring wiring, InstantSource clock) {
        this.wiring = wiring;
        this.clock = clock;
    }

    Report run(SourceSettings settings) throws InterruptedException {
        if (settings.product() == SourceSettings.Product.KUBERNETES) {
            return new ConnectionTrial(ClusterSettings.of(settings), KubeconfigLogin.of(settings, clock)).run();
        }
        try {
            switch (settings.product()) {
                case PROMETHEUS -> prometheus(settings);
                case ALERTMANAGER -> alertmanager(settings);
                case MLFLOW -> mlflow(settings);
                case KUBERNETES -> throw new IllegalStateException("a cluster is tried by its connector");
            }
        } catch (SourceException problem) {
            checks.add(new Check(failed(problem.kind()), Outcome.FAILS, String.valueOf(problem.getMessage())));
        }
        return new Report(checks, "");
    }

    private static String failed(SourceException.Kind kind) {
        return switch (kind) {
            case UNREACHABLE -> "Service answers";
            case SIGN_IN_NEEDED -> "Signed in";
            case FORBIDDEN -> "May read";
            case RATE_LIMITED -> "Answers in time";
            case REFUSED, BAD_ANSWER -> "Understands the question";
            case MISCONFIGURED -> "Settings are complete";
            case CONSOLE_BUG -> "The console can ask";
        };
    }

    private void prometheus(SourceSettings settings) throws SourceException, InterruptedException {
        var store = wiring.metricStore(settings);
        var began = clock.instant();
        var server = store.describe();
        works("Service answers", Words.age(Duration.between(began, clock.instant())));
        works("Is a metric store", server.product());
        boolean late = server.clockSkew().abs().compareTo(SKEW_THAT_MATTERS) > 0;
        check("Clocks agree", late ? Outcome.WORKS_PARTLY : Outcome.WORKS, skew(server.clockSkew(), late));
        var targets = store.instant("count(up)", clock.instant());
        check(
                "Holds series",
                targets.size() == 0 ? Outcome.WORKS_PARTLY : Outcome.WORKS,
                targets.size() == 0 ? "no target is scraped" : Words.count((long) targets.values()[0], "target"));
        var matching = matching(store.metricNames(Presets.builtIn().metricNamesRegex()));
        check(
                "Presets match",
                matching.isEmpty() ? Outcome.WORKS_PARTLY : Outcome.WORKS,
                matching.isEmpty() ? "no known model server's metrics" : matching);
    }

    private static String skew(Duration skew, boolean late) {
        return late
                ? "the server's clock is " + Words.age(skew.abs()) + (skew.isNegative() ? " behind" : " ahead")
                : "yes";
    }

    private static String matching(Set<String> names) {
        return Presets.builtIn().all().stream()
                .filter(preset -> preset.matches(names))
                .map(MetricPreset::runtime)
                .collect(Collectors.joining(", "));
    }

    private void alertmanager(SourceSettings settings) throws SourceException, InterruptedException {
        var source = wiring.alertSource(settings);
        works("Service answers", source.describe());
        var began = clock.instant();
        int alerts = source.firing().size();
        var took = Words.age(Duration.between(began, clock.instant()));
        works("May read alerts", Words.count(alerts, "alert") + ", " + took);
        works("May read silences", Words.count(source.silences().size(), "silence"));
        check("May write silences", Outcome.NOT_TRIED, "not tried: the test would write one");
    }

    private void mlflow(SourceSettings settings) throws SourceException, InterruptedException {
        var registry = wiring.registry(settings);
        works("Service answers", registry.describe());
        var models = registry.models();
        long versions =
                models.stream().mapToLong(model -> model.versions().size()).sum();
        works("May read models", Words.count(models.size(), "model") + ", " + Words.count(versions, "version"));
        check("May move aliases", Outcome.NOT_TRIED, "not tried: the test would move one");
    }

    private void works(String what, String finding) {
        check(what, Outcome.WORKS, finding);
    }

    private void check(String what, Outcome outcome, String finding) {
        checks.add(new Check(what, outcome, finding));
    }
}
