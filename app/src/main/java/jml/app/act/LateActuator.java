package jml.app.act;

import jml.core.act.Act;
import jml.core.act.Actuator;
import jml.core.act.Effect;
import jml.core.act.Preparation;
import jml.core.act.Receipt;
import jml.core.act.Sighting;
import jml.core.source.SourceException;
import jml.engine.source.OnDemand;

/// The writing side of a source, connected when something is first asked of it.
record LateActuator(OnDemand<? extends Actuator> opening) implements Actuator {
    @Override
    public Preparation prepare(Act act) throws SourceException, InterruptedException {
        return opening.get().prepare(act);
    }

    @Override
    public Receipt send(Act act, Sighting seen) throws InterruptedException {
        Actuator actuator;
        try {
            actuator = opening.get();
        } catch (SourceException closed) {
            return new Receipt.Refused(Receipt.Reason.UNAVAILABLE, 0, "nothing was sent: " + closed.getMessage());
        }
        return actuator.send(act, seen);
    }

    @Override
    public Effect effect(Act act, Sighting before) throws SourceException, InterruptedException {
        return opening.get().effect(act, before);
    }
}
