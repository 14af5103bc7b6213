package jml.core.approval;

import jml.core.signing.Sha256;

/// What a decision holds for. Any change of it resets the decision.
///
/// @param artifact digest of the version's artifact
/// @param evidence digest of the evidence that was shown
public record Binding(Sha256 artifact, Sha256 evidence, Scope scope) {}
