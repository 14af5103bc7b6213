package jml.core.judge;

import java.time.Instant;
import java.util.Optional;
import jml.core.model.ModelKey;

/// The judge's word on any release at any instant, made from the recorded minutes up to it. Blocks while it reads;
/// never call it on the FX thread. Safe from any thread.
public interface Rulings {
    /// Empty when no minute of that release was recorded by then.
    Optional<Ruling> at(ModelKey model, String release, Instant until);
}
