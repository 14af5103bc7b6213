package jml.core.registry;

import jml.core.source.SourceException;

/// Reads and checks the signature that lies beside a version's artifact. Calls block, may be interrupted, and read
/// from the registry anew each time: one version at a time, when somebody looks at it. Never on the FX thread.
public interface ArtifactSignatures {
    /// What is found. When it cannot be known, because nobody answers, the reader may not read, or the signature is of
    /// a kind that the console cannot check, that is an exception and never one of the findings.
    ///
    /// @param model its name in the registry
    ArtifactSignature of(String model, ModelVersion version) throws SourceException, InterruptedException;
}
