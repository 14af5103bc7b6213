package jml.core.judge.argo;

import org.jspecify.annotations.Nullable;

/// What a provider answered.
public sealed interface Measurement {
    /// @param result numbers as Double, texts, booleans, lists and maps of them, or null
    record Value(@Nullable Object result) implements Measurement {}

    /// The provider could not answer.
    record Failure(String message) implements Measurement {}
}
