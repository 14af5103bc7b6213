package jml.views.sample;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import jml.core.fleet.Moment;
import jml.core.metric.Currency;
import jml.views.act.Acting;
import jml.views.frame.ConsoleFrame;
import jml.views.frame.Ports;
import jml.views.kit.screen.FxWork;
import jml.views.kit.screen.Link;
import jml.views.oncall.runbook.RememberedTicks;
import jml.views.oncall.runbook.ShippedRunbooks;

/// A whole console on a sample fleet, with everything loaded when a call returns. FX thread.
public final class SampleConsole {
    public final FakeTimeline timeline;
    public final FakeHistory history = new FakeHistory();
    public final FakeRulings rulings = new FakeRulings();
    public final FakeActionPath path = new FakeActionPath();
    public final FakeApprovals approvals = new FakeApprovals();
    public final FakeAudit audit = new FakeAudit();
    public final FakeComparisons comparisons = new FakeComparisons();
    public final FakeConnections connections = FakeConnections.usual();
    public final ConsoleFrame frame;

    public SampleConsole(Moment moment, Link start) {
        this(SampleEvents.into(new FakeTimeline(moment)), start, SampleFleet.NOON.plusSeconds(6));
    }

    public SampleConsole(FakeTimeline timeline, Link start, Instant now) {
        this.timeline = timeline;
        frame = new ConsoleFrame(
                new Ports(
                        timeline,
                        history,
                        rulings,
                        new Acting(path, "on-call", () -> List.of("champion")),
                        approvals,
                        () -> audit,
                        () -> comparisons,
                        () -> connections,
                        new ShippedRunbooks(),
                        new RememberedTicks(),
                        _ -> {},
                        () -> "",
                        new FxWork(Runnable::run, Runnable::run),
                        Clock.fixed(now, ZoneOffset.UTC),
                        () -> new Currency("EUR")),
                start);
    }
}
