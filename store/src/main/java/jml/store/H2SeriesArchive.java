package jml.store;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import jml.core.metric.SeriesArchive;
import jml.store.archive.ArchivedSeries;

/// The archive of one record: same file, same timeline, same lease.
record H2SeriesArchive(Database database, SoleWriter writer, ArchivedSeries rows, InstantSource clock)
        implements SeriesArchive {
    @Override
    public void keep(List<Span> answers) {
        if (!answers.isEmpty()) {
            writer.write("keep " + answers.size() + " answers", db -> rows.keep(db, answers, clock.instant()));
        }
    }

    @Override
    public List<Span> find(Line line, Instant from, Instant to) {
        return database.read("find what was asked of " + line.model().name(), db -> rows.find(db, line, from, to));
    }
}
