package jml.app.profile;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import jml.core.fleet.Environment;
import jml.core.metric.Objective;
import jml.core.source.SourceSettings;
import org.jspecify.annotations.Nullable;

/// What the console is connected to and how it reads it, as one file holds it. Immutable.
///
/// @param file where it came from and is written back to; null for the embedded simulated fleet
/// @param currency ISO 4217 code that costs are shown in
/// @param pageLabels label values that make an alert a page, as `label=value`; empty means the usual ones
/// @param mappings lines that tie outside names to a model, see the user guide
public record Profile(
        @Nullable Path file,
        List<Environment> environments,
        List<SourceSettings> sources,
        List<Mapping> mappings,
        List<ObjectiveLine> objectives,
        List<String> pageLabels,
        String currency) {

    /// One model and the outside names that are it; empty means nothing is said.
    public record Mapping(String model, List<String> workloads, List<String> series, List<String> registered) {
        public Mapping {
            workloads = List.copyOf(workloads);
            series = List.copyOf(series);
            registered = List.copyOf(registered);
        }
    }

    /// An objective of the models whose name fits a glob, in base units.
    public record ObjectiveLine(String models, Objective objective) {}

    public Profile {
        environments = List.copyOf(environments);
        sources = List.copyOf(sources);
        mappings = List.copyOf(mappings);
        objectives = List.copyOf(objectives);
        pageLabels = List.copyOf(pageLabels);
    }

    /// No file, no sources: the console runs on the simulated fleet.
    public static Profile simulated() {
        return new Profile(
                null,
                List.of(new Environment("game day", Environment.Stage.SIMULATED, false)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "EUR");
    }

    public boolean isSimulated() {
        return sources.isEmpty();
    }

    public Optional<SourceSettings> source(String name) {
        return sources.stream().filter(source -> source.name().equals(name)).findFirst();
    }

    /// The same profile with other sources; environments nobody uses any more stay.
    public Profile withSources(List<SourceSettings> changed) {
        return new Profile(file, environments, changed, mappings, objectives, pageLabels, currency);
    }

    /// The first name that two sources or two environments share; empty when all are unique.
    Optional<String> duplicateName() {
        var seen = new HashSet<String>();
        for (var environment : environments) {
            if (!seen.add("environment " + environment.name())) {
                return Optional.of("environment " + environment.name());
            }
        }
        for (var source : sources) {
            if (!seen.add("source " + source.name())) {
                return Optional.of("source " + source.name());
            }
        }
        return Optional.empty();
    }
}
