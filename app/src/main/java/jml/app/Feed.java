package jml.app;

import jml.engine.act.Actuators;
import jml.engine.approval.Registries;
import jml.engine.collect.Publication;
import jml.engine.metric.LiveSeries;

/// What produces snapshots: the collector over real sources, or the simulated fleet.
interface Feed extends LiveSeries, AutoCloseable {
    /// Begins to publish; call it once.
    void start(Publication publication);

    /// Publishes something new as soon as it can, as after the machine slept.
    void refresh();

    /// The writing sides of what it shows.
    Actuators actuators();

    /// The registries of what it shows.
    Registries registries();

    @Override
    void close();
}
