package jml.core.act;

import jml.core.source.SourceException;

/// The writing side of a source: one implementation for each system that the console changes. Calls block and may be
/// interrupted. Only [#send] changes anything.
public interface Actuator {
    /// Looks at the target, asks for the right to change it, tries the change where the system offers a trial.
    Preparation prepare(Act act) throws SourceException, InterruptedException;

    /// Sends the change once, with what was seen as its precondition inside the request. Never repeats it, whatever
    /// happens, and throws nothing that leaves open whether it was sent: that is [Receipt.Unknown].
    Receipt send(Act act, Sighting seen) throws InterruptedException;

    /// Reads how far the act has come since `before` was seen; changes nothing. Also the answer to an unknown receipt
    /// and, after a crash, to an act that the journal knows only as intended.
    Effect effect(Act act, Sighting before) throws SourceException, InterruptedException;
}
