package jml.core.registry;

import java.util.List;
import jml.core.source.SourceException;

/// Compares two versions of a model as its registry tells them, when somebody looks and never in a poll.
public interface VersionComparisons {
    /// The versions there are to choose from, newest first, as the registry told them last; empty when it did not.
    /// Returns at once.
    ///
    /// @param source the registry's name in the profile
    /// @param model its name there
    List<ModelVersion> choices(String source, String model);

    /// Asks the registry for the runs and contracts of the two versions and nothing else. What it does not answer is
    /// a gap in the comparison; that it is not connected or has told of no such version is an exception. Blocks and
    /// may be interrupted; never on the FX thread.
    VersionComparison between(String source, String model, String from, String to)
            throws SourceException, InterruptedException;

    /// Where no registry is asked: there is nothing to choose from.
    static VersionComparisons none() {
        return new VersionComparisons() {
            @Override
            public List<ModelVersion> choices(String source, String model) {
                return List.of();
            }

            @Override
            public VersionComparison between(String source, String model, String from, String to)
                    throws SourceException {
                throw new SourceException(source, SourceException.Kind.MISCONFIGURED, "no registry is connected");
            }
        };
    }
}
