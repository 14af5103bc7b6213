package jml.views.screens;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jml.core.registry.ModelRegistry.Dataset;
import jml.core.registry.ModelRegistry.Run;
import jml.core.registry.VersionComparison.Part;
import jml.core.registry.VersionDetails;
import jml.core.source.SourceException;
import jml.views.kit.screen.Link;
import jml.views.releases.Releases;
import jml.views.sample.SampleActs;
import jml.views.sample.SampleConsole;

/// The states of the comparison of two versions.
final class CompareStates {
    private static final Link HERE = Releases.compare(Link.START, SampleActs.FRAUD);

    private CompareStates() {}

    static void into(Map<String, Supplier<SampleConsole>> states) {
        states.put("compare-differs", CompareStates::differs);
        states.put("compare-gap", CompareStates::gap);
        states.put("compare-failed", CompareStates::failed);
    }

    private static VersionDetails details(String version, String depth, String commit, String digest) {
        var run = new Run(
                "id" + version,
                "fraud-" + version,
                "mia",
                "FINISHED",
                Instant.EPOCH,
                Map.of("max_depth", depth, "trees", "400", "window_months", "24"),
                Map.of("auc", version.equals("16") ? 0.871 : 0.884),
                Map.of("mlflow.source.git.commit", commit),
                List.of(new Dataset("payments-2026q3", digest, "delta", "training")));
        return new VersionDetails(version, "models:/m-" + version, "", Map.of("team", "payments"), run, null, Map.of());
    }

    private static SampleConsole differs() {
        var console = NamedStates.releases(HERE);
        console.comparisons.versions = List.of("17", "16", "15");
        console.comparisons.from = details("16", "8", "9f8e7d21", "b0a241db");
        console.comparisons.to = details("17", "10", "1c2d3e4f", "77aa0b1c");
        return console;
    }

    private static SampleConsole gap() {
        var console = differs();
        console.comparisons.to = new VersionDetails(
                "17",
                "models:/m-17",
                "",
                Map.of("team", "payments"),
                null,
                null,
                Map.of(Part.RUN, List.of("The run of v17: the registry does not have it.")));
        return console;
    }

    private static SampleConsole failed() {
        var console = differs();
        console.comparisons.failure =
                new SourceException("MLflow", SourceException.Kind.UNREACHABLE, "connect timed out after 5 s");
        return console;
    }
}
