package jml.app.approval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import jml.app.input.InputException;
import jml.app.profile.Profile;
import jml.core.approval.Contribution;
import jml.core.approval.KeptDecisions;
import jml.core.registry.ModelRegistry;
import jml.core.registry.ModelVersion;
import jml.core.signing.DsseEnvelope;
import jml.core.signing.MalformedException;
import jml.core.signing.Sha256;
import jml.core.source.SourceException;
import jml.store.audit.StrictJson;
import org.jspecify.annotations.Nullable;

/// Where `console approval` finds signed decisions: a file, or the tags of a version in the profile's registries.
public final class DecisionSource {
    private static final long LARGEST = 4L << 20;

    private DecisionSource() {}

    /// @param contributions who made the version, as far as the registry tells
    public record Found(KeptDecisions kept, List<Contribution> contributions) {}

    /// @param evidence file of what it was made on; null when not given
    public static Found file(Path file, @Nullable Path evidence) throws InputException {
        try {
            var envelope = DsseEnvelope.ofMap(new StrictJson().object(bytes(file)));
            var known = new HashMap<Sha256, byte[]>();
            if (evidence != null) {
                var bytes = bytes(evidence);
                known.put(Sha256.of(bytes), bytes);
            }
            return new Found(new KeptDecisions(List.of(envelope), known, List.of()), List.of());
        } catch (MalformedException e) {
            throw new InputException(file.toString(), "no signed envelope: " + e.getMessage());
        }
    }

    private static byte[] bytes(Path file) throws InputException {
        try {
            if (Files.size(file) > LARGEST) {
                throw new InputException(file.toString(), "larger than any approval");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new InputException(file.toString(), "no such file");
        } catch (IOException e) {
            throw new InputException(file.toString(), "cannot be read: " + e.getMessage());
        }
    }

    /// @throws SourceException when no registry answers
    public static Found registry(Profile profile, String model, String version, InstantSource clock)
            throws InputException, SourceException, InterruptedException {
        var found = RegisteredVersion.find(profile, model, version, clock);
        return new Found(
                KeptDecisions.of(found.version().tags(), new StrictJson()),
                makers(found.registry(), found.version(), version));
    }

    /// @throws InputException when the registry has no such version
    public static Found registry(ModelRegistry registry, String model, String version)
            throws InputException, SourceException, InterruptedException {
        var found = registry.version(model, version)
                .orElseThrow(() ->
                        new InputException(model + "@" + version, "the registry does not have it under that name"));
        return new Found(KeptDecisions.of(found.tags(), new StrictJson()), makers(registry, found, version));
    }

    private static List<Contribution> makers(ModelRegistry registry, ModelVersion made, String version)
            throws SourceException, InterruptedException {
        if (made.runId().isEmpty()) {
            return List.of();
        }
        return registry.run(made.runId()).stream()
                .filter(run -> !run.user().isBlank())
                .map(run -> new Contribution(
                        run.user(),
                        Contribution.Kind.MADE,
                        run.startedAt(),
                        "trained v" + version + " (run " + run.id() + ")"))
                .toList();
    }
}
