package jml.views.frame;

import java.time.Clock;
import java.util.function.Supplier;
import jml.core.fleet.Timeline;
import jml.core.metric.MetricHistory;
import jml.core.source.Connections;
import jml.views.kit.screen.FxWork;

/// Everything the window needs from outside.
///
/// @param timeline what every screen shows, and its cursor
/// @param history long series for charts
/// @param connections what the console is connected to
/// @param recordingProblem why nothing is recorded now, one sentence for people; empty when all is well; any thread
/// @param work the crossing between threads
/// @param clock the time by which "6 s ago" counts, and the zone times are written in
public record Ports(
        Timeline timeline,
        MetricHistory history,
        Connections connections,
        Supplier<String> recordingProblem,
        FxWork work,
        Clock clock) {}
