package jml.core.act;

import java.time.Instant;
import jml.core.model.ModelKey;

/// A version that a person took out of traffic: it is not promoted on its own until somebody clears the hold.
///
/// @param by who took the step back
/// @param clearedBy who may clear it, in words: the model's owner
public record Hold(ModelKey model, String version, Instant since, String by, String reason, String clearedBy) {}
