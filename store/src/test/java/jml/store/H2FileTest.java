package jml.store;

import java.nio.file.Path;
import java.time.InstantSource;
import jml.core.fleet.FleetRecord;
import jml.core.fleet.FleetRecordContract;
import jml.core.fleet.Origin;
import org.junit.jupiter.api.io.TempDir;

class H2FileTest extends FleetRecordContract {
    @TempDir
    Path folder;

    @Override
    protected FleetRecord open() {
        return H2FleetRecord.open(folder, Origin.SIMULATED, InstantSource.system());
    }
}
