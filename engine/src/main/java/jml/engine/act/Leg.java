package jml.engine.act;

import java.time.Instant;
import jml.core.act.Act;
import jml.core.act.Receipt;
import jml.core.act.Sighting;
import org.jspecify.annotations.Nullable;

/// How far one act of a proposal has come, as the journal tells it.
///
/// @param looked the target as the person saw it when confirming
/// @param seen the target as it stood before; null while it is not sent
/// @param sentAt when it was about to be sent; null while it is not sent
/// @param receipt null while none is written: after a crash nobody knows then whether it was sent
/// @param arrived what reading told where the receipt told nothing; null while it is not known
record Leg(
        Act act,
        Sighting looked,
        @Nullable Sighting seen,
        @Nullable Instant sentAt,
        @Nullable Receipt receipt,
        @Nullable Boolean arrived) {
    static Leg of(Act act, Sighting looked) {
        return new Leg(act, looked, null, null, null, null);
    }

    Leg sending(Sighting seen, Instant at) {
        return new Leg(act, looked, seen, at, null, null);
    }

    Leg with(Receipt receipt) {
        return new Leg(act, looked, seen, sentAt, receipt, arrived);
    }

    Leg found(boolean arrived) {
        return new Leg(act, looked, seen, sentAt, receipt, arrived);
    }

    /// It is in the system.
    boolean accepted() {
        return receipt instanceof Receipt.Accepted || Boolean.TRUE.equals(arrived);
    }

    /// It may be in the system or not.
    boolean open() {
        return sentAt != null && (receipt == null || receipt instanceof Receipt.Unknown) && arrived == null;
    }

    /// It is known not to be in the system.
    boolean left() {
        return !accepted() && !open();
    }
}
