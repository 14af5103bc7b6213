package jml.app.profile;

import static jml.app.profile.Fields.given;
import static jml.app.profile.Fields.numbered;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jml.app.profile.WireProfile.WireEnvironment;
import jml.app.profile.WireProfile.WireIdentity;
import jml.core.fleet.Objectives;
import jml.core.fleet.identity.Mapping;
import jml.core.fleet.identity.Rewrite;
import jml.core.metric.Currency;
import jml.core.model.Environment;
import jml.core.source.SourceSettings;

/// From the file's words to a checked profile.
final class WireReading {
    private final Fields fields;

    private WireReading(Fields fields) {
        this.fields = fields;
    }

    static Profile profile(WireProfile wire, Path file, YamlLines lines) throws ProfileException {
        return new WireReading(new Fields(String.valueOf(file.getFileName()), lines)).read(wire, file);
    }

    private Profile read(WireProfile wire, Path path) throws ProfileException {
        var environments = new ArrayList<Environment>();
        var sources = new ArrayList<SourceSettings>();
        var reading = new SourceReading(fields);
        for (var environment : numbered(wire.environments(), "environments")) {
            var name = fields.required(environment.value().name(), environment.at() + ".name");
            environments.add(new Environment(
                    name,
                    stage(environment.value(), environment.at()),
                    Boolean.TRUE.equals(environment.value().readOnly())));
            for (var source : numbered(environment.value().sources(), environment.at() + ".sources")) {
                sources.add(reading.source(source.value(), name, source.at()));
            }
        }
        var identity = wire.identity() == null ? new WireIdentity(null, null) : wire.identity();
        return new Profile(
                path,
                environments,
                sources,
                mappings(identity),
                rewrites(identity),
                objectives(wire),
                pages(wire),
                currency(wire),
                new GovernanceReading(fields).governance(wire, environments));
    }

    private Currency currency(WireProfile wire) throws ProfileException {
        try {
            return new Currency(Fields.orEmpty(wire.currency()));
        } catch (IllegalArgumentException unknown) {
            throw fields.wrong("currency", wire.currency() + " is no currency of ISO 4217, such as EUR");
        }
    }

    private List<Mapping> mappings(WireIdentity identity) throws ProfileException {
        var reading = new IdentityReading(fields);
        var mappings = new ArrayList<Mapping>();
        for (var mapping : numbered(identity.mappings(), "identity.mappings")) {
            mappings.add(reading.mapping(mapping.value(), mapping.at()));
        }
        return mappings;
    }

    private List<Rewrite> rewrites(WireIdentity identity) throws ProfileException {
        var reading = new IdentityReading(fields);
        var rewrites = new ArrayList<Rewrite>();
        for (var rewrite : numbered(identity.rewrites(), "identity.rewrites")) {
            rewrites.add(reading.rewrite(rewrite.value(), rewrite.at()));
        }
        return rewrites;
    }

    private List<Objectives.Rule> objectives(WireProfile wire) throws ProfileException {
        var reading = new ObjectiveReading(fields);
        var objectives = new ArrayList<Objectives.Rule>();
        for (var objective : numbered(wire.objectives(), "objectives")) {
            objectives.add(reading.rule(objective.value(), objective.at()));
        }
        return objectives;
    }

    private List<String> pages(WireProfile wire) throws ProfileException {
        var pages =
                wire.alerts() == null ? List.<String>of() : given(wire.alerts().page());
        for (var page : numbered(pages, "alerts.page")) {
            if (page.value().indexOf('=') < 1) {
                throw fields.wrong(page.at(), page.value() + " is no label=value");
            }
        }
        return pages;
    }

    private Environment.Stage stage(WireEnvironment environment, String at) throws ProfileException {
        var word = environment.stage() == null ? "development" : environment.stage();
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "production" -> Environment.Stage.PRODUCTION;
            case "staging" -> Environment.Stage.STAGING;
            case "development" -> Environment.Stage.DEVELOPMENT;
            default -> throw fields.wrong(at + ".stage", word + " is none of production, staging, development");
        };
    }
}
