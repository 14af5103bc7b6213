package jml.app;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import jml.core.source.SourceException;
import jml.engine.act.Actuators;
import jml.engine.approval.Registries;
import jml.engine.collect.Publication;
import org.jspecify.annotations.Nullable;

/// A feed that is made when something first needs it: what it takes to ask servers does not delay the first frame.
final class LateFeed implements Feed {
    private final Supplier<Feed> making;
    private @Nullable Feed made;

    LateFeed(Supplier<Feed> making) {
        this.making = making;
    }

    @Override
    public void start(Publication publication) {
        made().start(publication);
    }

    @Override
    public void refresh() {
        made().refresh();
    }

    @Override
    public Answer series(ModelKey model, Arm arm, Sli sli, Instant from, Instant to, Duration step)
            throws SourceException, InterruptedException {
        return made().series(model, arm, sli, from, to, step);
    }

    @Override
    public Actuators actuators() {
        return made().actuators();
    }

    @Override
    public Registries registries() {
        return made().registries();
    }

    private synchronized Feed made() {
        if (made == null) {
            made = making.get();
        }
        return made;
    }

    @Override
    public synchronized void close() {
        if (made != null) {
            made.close();
        }
    }
}
