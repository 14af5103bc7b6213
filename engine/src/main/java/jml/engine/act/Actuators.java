package jml.engine.act;

import java.util.Optional;
import jml.core.act.Act;
import jml.core.act.Actuator;

/// Finds the writing side of the source that an act names. Empty when the profile has no such source any more. Returns
/// at once; safe from any thread.
public interface Actuators {
    Optional<Actuator> of(Act act);
}
