package jml.app;

import java.time.Duration;
import java.time.Instant;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import jml.core.source.SourceException;
import jml.engine.act.Actuators;
import jml.engine.approval.Registries;
import jml.engine.collect.Collector;
import jml.engine.collect.Publication;

/// Real sources.
record CollectedFeed(Collector collector, Actuators actuators, Registries registries) implements Feed {
    @Override
    public void start(Publication publication) {
        collector.start(publication);
    }

    @Override
    public void refresh() {
        collector.refresh();
    }

    @Override
    public Answer series(ModelKey model, Arm arm, Sli sli, Instant from, Instant to, Duration step)
            throws SourceException, InterruptedException {
        return collector.series(model, arm, sli, from, to, step);
    }

    @Override
    public void close() {
        collector.close();
    }
}
