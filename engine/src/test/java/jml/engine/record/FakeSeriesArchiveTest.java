package jml.engine.record;

import jml.core.metric.SeriesArchive;
import jml.core.metric.SeriesArchiveContract;

class FakeSeriesArchiveTest extends SeriesArchiveContract {
    @Override
    protected SeriesArchive open() {
        return new FakeSeriesArchive();
    }
}
