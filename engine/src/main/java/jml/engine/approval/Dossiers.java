package jml.engine.approval;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import jml.core.approval.Evidence;
import jml.core.judge.Rulings;
import jml.core.registry.ArtifactSignature;
import jml.core.registry.ContractChange;
import jml.core.registry.ModelRegistry.Signature;
import jml.core.registry.VersionComparison;
import jml.core.source.SourceException;
import jml.core.text.Words;
import org.jspecify.annotations.Nullable;

/// Collects what is known of one version: some five questions to its registry, asked when somebody looks, never in a
/// poll. What cannot be found out is a sentence in the dossier, so that nobody takes it for seen.
final class Dossiers {
    private final Registries registries;
    private final Rulings rulings;
    private final InstantSource clock;
    private final Map<Version, ArtifactSignature> signatures = new ConcurrentHashMap<>();

    private record Version(String source, String model, String version) {}

    Dossiers(Registries registries, Rulings rulings, InstantSource clock) {
        this.registries = registries;
        this.rulings = rulings;
        this.clock = clock;
    }

    /// With what was read of the signature before: reading it anew may read the whole artifact.
    Dossier of(Candidate candidate) throws InterruptedException {
        return of(candidate, false);
    }

    Dossier anew(Candidate candidate) throws InterruptedException {
        return of(candidate, true);
    }

    private Dossier of(Candidate candidate, boolean anew) throws InterruptedException {
        var unknown = new ArrayList<String>();
        var source = candidate.facts().registrySource();
        var registry = registries.connected(source).orElse(null);
        if (registry == null) {
            unknown.add(source + " is not connected: who made the version, from what, is not known.");
        }
        var serving = candidate.registered().version(candidate.facts().version());
        var name = candidate.registered().name();
        var made = registry == null ? null : VersionReading.of(registry, name, candidate.version());
        var served = registry == null || serving.isEmpty() ? null : VersionReading.of(registry, name, serving.get());
        for (var details : Stream.of(made, served).filter(Objects::nonNull).toList()) {
            details.gaps().values().forEach(unknown::addAll);
        }
        var signature = signature(candidate, anew, unknown);
        var ruling = rulings.at(candidate.facts().key(), candidate.name(), clock.instant());
        if (ruling.isEmpty()) {
            unknown.add("The judge has not seen " + Words.version(candidate.name()) + " in traffic.");
        }
        Dossier.gaps(made == null ? null : made.run()).forEach(it -> unknown.add(Evidence.LINEAGE + it));
        unknown.add("Who changed the version's tags since it was made: registries do not tell.");
        unknown.add("Fairness, labels that are not in yet, and the error budget.");
        return new Dossier(
                candidate,
                ruling.orElse(null),
                made == null ? null : made.run(),
                made == null || served == null ? null : VersionComparison.between(served, made),
                made == null || served == null ? null : contract(served.signature(), made.signature()),
                signature,
                Checklist.of(candidate),
                List.copyOf(unknown));
    }

    private static @Nullable ContractChange contract(@Nullable Signature from, @Nullable Signature to) {
        return from == null || to == null ? null : ContractChange.between(from, to);
    }

    private @Nullable ArtifactSignature signature(Candidate candidate, boolean anew, List<String> unknown)
            throws InterruptedException {
        var version = new Version(
                candidate.facts().registrySource(), candidate.registered().name(), candidate.name());
        var before = signatures.get(version);
        if (before != null && !anew) {
            return before;
        }
        var reader = registries.signatures(candidate.facts().registrySource()).orElse(null);
        if (reader == null) {
            unknown.add("The model's signature: nothing that is connected checks it.");
            return null;
        }
        try {
            var read = reader.of(candidate.registered().name(), candidate.version());
            signatures.put(version, read);
            return read;
        } catch (SourceException e) {
            unknown.add("The model's signature: " + e.kind().word() + ", " + e.getMessage());
            return null;
        }
    }
}
