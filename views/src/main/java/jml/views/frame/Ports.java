package jml.views.frame;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jml.core.approval.Approvals;
import jml.core.audit.ReleaseAudit;
import jml.core.fleet.Timeline;
import jml.core.judge.Rulings;
import jml.core.metric.Currency;
import jml.core.metric.MetricHistory;
import jml.core.registry.VersionComparisons;
import jml.core.source.Connections;
import jml.views.act.Acting;
import jml.views.kit.screen.FxWork;
import jml.views.oncall.runbook.RunbookTicks;
import jml.views.oncall.runbook.Runbooks;

/// Everything the window needs from outside.
///
/// @param timeline what every screen shows, and its cursor
/// @param history long series for charts
/// @param rulings the judge's word on releases
/// @param acting the way to production, and whose name the journal keeps
/// @param approvals what waits for people's decision, and the way to make one
/// @param audit what the journal and the record in use tell about a model; asked off the FX thread
/// @param comparisons two versions of a model beside each other; asked off the FX thread
/// @param connections what the console is connected to; asked when their screen is first opened
/// @param runbooks what to do when something is wrong
/// @param ticks which of their steps were done
/// @param browse opens an address outside the console; FX thread
/// @param recordingProblem why nothing is recorded now, one sentence for people; empty when all is well; any thread
/// @param work the crossing between threads
/// @param clock the time by which "6 s ago" counts, and the zone times are written in
/// @param currency that costs are written in now; any thread
public record Ports(
        Timeline timeline,
        MetricHistory history,
        Rulings rulings,
        Acting acting,
        Approvals approvals,
        Supplier<ReleaseAudit> audit,
        Supplier<VersionComparisons> comparisons,
        Supplier<Connections> connections,
        Runbooks runbooks,
        RunbookTicks ticks,
        Consumer<String> browse,
        Supplier<String> recordingProblem,
        FxWork work,
        Clock clock,
        Supplier<Currency> currency) {}
