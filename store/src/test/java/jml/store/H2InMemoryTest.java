package jml.store;

import jml.core.fleet.FleetRecord;
import jml.core.fleet.FleetRecordContract;
import jml.core.fleet.Origin;

class H2InMemoryTest extends FleetRecordContract {
    @Override
    protected FleetRecord open() {
        return H2FleetRecord.inMemory(Origin.SIMULATED);
    }
}
