package jml.app.profile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import jml.core.alert.Alert;
import jml.core.alert.SeverityRules;
import jml.core.alert.Silence;
import jml.core.fleet.Objectives;
import jml.core.fleet.identity.IdentityRules;
import jml.core.fleet.identity.Mapping;
import jml.core.fleet.identity.Rewrite;
import jml.core.metric.Currency;
import jml.core.model.Environment;
import jml.core.source.SourceSettings;
import jml.gameday.SimulatedFleet;
import org.jspecify.annotations.Nullable;

/// What the console is connected to and how it reads it, as one file holds it. Immutable.
///
/// @param file where it came from and is written back to; null for the embedded simulated fleet
/// @param currency that costs of its sources are in; unknown when the file does not say
/// @param governance who and what must agree before something is changed
/// @param pageLabels label values that make an alert a page, as `label=value`; empty means the usual ones
/// @param mappings, rewrites tie outside names to models, before the built-in rules
/// @param objectives before the mission's targets
public record Profile(
        @Nullable Path file,
        List<Environment> environments,
        List<SourceSettings> sources,
        List<Mapping> mappings,
        List<Rewrite> rewrites,
        List<Objectives.Rule> objectives,
        List<String> pageLabels,
        Currency currency,
        Governance governance) {

    public Profile {
        environments = List.copyOf(environments);
        sources = List.copyOf(sources);
        mappings = List.copyOf(mappings);
        rewrites = List.copyOf(rewrites);
        objectives = List.copyOf(objectives);
        pageLabels = List.copyOf(pageLabels);
    }

    /// No file, no sources: the console runs on the simulated fleet.
    public static Profile simulated() {
        return new Profile(
                null,
                List.of(SimulatedFleet.ENVIRONMENT),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Currency.UNKNOWN,
                Governance.simulated(SimulatedFleet.ENVIRONMENT.name()));
    }

    public boolean isSimulated() {
        return sources.isEmpty();
    }

    /// What costs are shown in: the simulated fleet's are its own.
    public Currency shownCurrency() {
        return isSimulated() ? SimulatedFleet.CURRENCY : currency;
    }

    public Optional<SourceSettings> source(String name) {
        return sources.stream().filter(source -> source.name().equals(name)).findFirst();
    }

    /// The built-in rules with this profile's before them.
    public IdentityRules identity() {
        return IdentityRules.defaults().withMappings(mappings).withRewrites(rewrites);
    }

    /// The mission's targets with this profile's before them.
    public Objectives allObjectives() {
        return Objectives.defaults().withRules(objectives);
    }

    /// Which alerts page: those with one of the profile's `label=value`, or the usual ones when it names none.
    public SeverityRules severity() {
        if (pageLabels.isEmpty()) {
            return SeverityRules.USUAL;
        }
        return new SeverityRules(pageLabels.stream()
                .map(label -> label.split("=", 2))
                .map(pair -> new SeverityRules.Rule(
                        List.of(new Silence.Matcher(pair[0], pair[1], false, true)), Alert.Severity.PAGE))
                .toList());
    }

    /// The same profile kept in `kept` with other sources. The simulated environment goes with the first real source;
    /// an environment that is new gets the stage of a place nobody depends on, until the file says otherwise.
    ///
    /// @param environment that must be there; empty for none
    public Profile withSources(Path kept, List<SourceSettings> changed, String environment) {
        var places = new ArrayList<>(environments);
        if (!changed.isEmpty()) {
            places.removeIf(it -> it.stage() == Environment.Stage.SIMULATED);
        }
        if (!environment.isEmpty() && places.stream().noneMatch(it -> it.name().equals(environment))) {
            places.add(new Environment(environment, Environment.Stage.DEVELOPMENT, false));
        }
        var rules = isSimulated() && !changed.isEmpty() ? Governance.NONE : governance;
        return new Profile(kept, places, changed, mappings, rewrites, objectives, pageLabels, currency, rules);
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
