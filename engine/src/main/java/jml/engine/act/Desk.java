package jml.engine.act;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import jml.core.fleet.FleetEvent;
import jml.engine.Pacer;

/// What every course works with.
///
/// @param closed true once the console ends: whoever wakes up then stops, and the next start goes on from the journal
/// @param told where events go; returns at once
record Desk(
        Ledger ledger,
        Inspection inspection,
        Actuators actuators,
        Pacer pacer,
        Patience patience,
        Consent consent,
        AtomicBoolean closed,
        Consumer<FleetEvent> told) {}
