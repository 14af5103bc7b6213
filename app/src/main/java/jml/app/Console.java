package jml.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import jml.app.act.ActDesk;
import jml.app.act.LateActionPath;
import jml.app.act.SourceActuators;
import jml.app.approval.LateApprovals;
import jml.app.approval.ProfileTrust;
import jml.app.audit.RecordedAudit;
import jml.app.connect.ProfileConnections;
import jml.app.connect.SourceRegistries;
import jml.app.connect.SourceWiring;
import jml.app.profile.Profile;
import jml.core.act.ActionPath;
import jml.core.approval.Approvals;
import jml.core.audit.ReleaseAudit;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Origin;
import jml.core.fleet.Timeline;
import jml.core.judge.JudgePlan;
import jml.core.judge.Rulings;
import jml.core.metric.Currency;
import jml.core.metric.MetricHistory;
import jml.core.registry.VersionComparisons;
import jml.core.source.Connections;
import jml.engine.Pacer;
import jml.engine.approval.RegistryComparisons;
import jml.engine.collect.Collector;
import jml.engine.collect.Publication;
import jml.engine.judge.JudgeRecord;
import jml.engine.judge.RecordedRulings;
import jml.engine.record.LiveTimeline;
import jml.engine.record.RecordedHistory;
import jml.engine.record.Recorder;
import jml.store.H2FleetRecord;
import jml.store.audit.AuditFiles;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The wiring of one running console: record, timeline, and what feeds them. Opening it reads the last recorded
/// snapshot and asks nobody; [#start()] begins to ask. Safe from any thread.
public final class Console implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Console.class);
    private static final Duration RECORD_EVERY = Duration.ofSeconds(30);

    private final Path data;
    private final Pacer pacer;
    private final int simulatedModels;
    private final ProfileConnections connections;
    private final LiveTimeline timeline;
    private final Rulings rulings;
    private final LateActionPath acting = new LateActionPath();
    private final LateApprovals approvals = new LateApprovals();
    private final VersionComparisons comparisons =
            new RegistryComparisons(() -> running().feed().registries());
    private volatile @Nullable ActDesk desk;
    private volatile Running running;
    private boolean closed;

    /// What one profile runs.
    private record Running(
            Profile profile,
            H2FleetRecord record,
            Recorder recorder,
            FleetSnapshot last,
            Feed feed,
            MetricHistory history,
            Currency currency) {}

    private Console(Profile profile, Path data, Pacer pacer, int simulatedModels) {
        this.data = data;
        this.pacer = pacer;
        this.simulatedModels = simulatedModels;
        this.running = prepare(profile);
        this.timeline = new LiveTimeline(running.record(), running.last());
        this.connections = new ProfileConnections(profile, data, pacer, this::reconnect);
        this.rulings = new RecordedRulings(JudgeRecord.of(() -> running.record()), JudgePlan.DEFAULT);
    }

    /// @param simulatedModels how many to simulate when the profile has no sources
    public static Console open(Profile profile, Path data, Pacer pacer, int simulatedModels) {
        return new Console(profile, data, pacer, simulatedModels);
    }

    /// Begins to ask, to publish and to record, unless it is closed; call it once, best after the first frame is shown.
    public synchronized void start() {
        if (!closed) {
            start(running);
        }
    }

    /// Asks every source at once, as after the machine slept.
    public void refresh() {
        running.feed().refresh();
    }

    public Timeline timeline() {
        return timeline;
    }

    public Connections connections() {
        return connections;
    }

    /// What costs are shown in now.
    public Currency currency() {
        return running.currency();
    }

    /// The judge's word on releases, from the record in use.
    public Rulings rulings() {
        return rulings;
    }

    /// The way to production; open a little after [#start].
    public ActionPath acting() {
        return acting;
    }

    /// What waits for somebody's approval, and the way to decide; nothing waits before [#start].
    public Approvals approvals() {
        return approvals;
    }

    /// What the journal of the profile in use and its record tell about a model.
    public ReleaseAudit audit() {
        var now = running;
        var files = now.profile().isSimulated() ? AuditFiles.simulatedIn(data) : AuditFiles.in(data);
        return new RecordedAudit(files, now::record, pacer);
    }

    /// Two versions of a model beside each other, from the registries of the profile in use.
    public VersionComparisons comparisons() {
        return comparisons;
    }

    /// Aliases of a registry that say which version should serve, as the profile in use names them.
    public List<String> servingAliases() {
        return running.profile().governance().servingAliases();
    }

    public MetricHistory history() {
        return (model, arm, sli, from, to, step) -> running.history().series(model, arm, sli, from, to, step);
    }

    /// What a person should know about the record: a damaged file put aside, a full disk. Empty while all is well.
    public Optional<String> recordNotice() {
        var open = desk;
        return running.recorder()
                .problem()
                .or(() -> running.record().notice())
                .or(() -> open == null ? Optional.empty() : open.notice());
    }

    private Running running() {
        return running;
    }

    private Running prepare(Profile profile) {
        var origin = profile.isSimulated() ? Origin.SIMULATED : Origin.LIVE;
        var record = H2FleetRecord.open(data, origin, pacer);
        var last = record.latest().orElseGet(() -> FleetSnapshot.empty(pacer.instant(), origin));
        var feed = new LateFeed(() -> profile.isSimulated() ? simulated(record) : collected(profile, last));
        var recorder = new Recorder(record, pacer, RECORD_EVERY);
        return new Running(
                profile,
                record,
                recorder,
                last,
                feed,
                new RecordedHistory(record, feed, recorder::keep, pacer),
                profile.shownCurrency());
    }

    private Feed simulated(H2FleetRecord record) {
        var opened = SimulatedOpening.of(data, record.span().isPresent(), pacer.instant());
        return new SimulatedFeed(simulatedModels, opened, SimulatedConsole.done(data, opened), data, record, pacer);
    }

    private Feed collected(Profile profile, FleetSnapshot last) {
        var wiring = new SourceWiring(profile.severity(), pacer);
        var collector = new Collector(
                wiring.of(profile), FleetOnce.reading(profile, data), last, pacer, RandomGenerator.getDefault());
        return new CollectedFeed(
                collector,
                new SourceActuators(profile, wiring, actor()),
                new SourceRegistries(profile, wiring, collector, new ProfileTrust(profile, data, actor())));
    }

    private void start(Running begun) {
        begun.recorder().start();
        begun.feed().start(new Publication(timeline, begun.recorder(), begun.last(), begun.currency()));
        openDesk(begun);
    }

    // What was under way when the console ended is taken up here; without a journal nothing can be sent.
    private void openDesk(Running begun) {
        try {
            desk = ActDesk.open(
                    new ProfileTrust(begun.profile(), data, actor()),
                    new ActDesk.Seen(
                            begun.record(),
                            begun.recorder(),
                            () -> timeline.live().snapshot(),
                            rulings),
                    new ActDesk.Systems(begun.feed().actuators(), begun.feed().registries()),
                    pacer,
                    actor());
            desk.serve(acting);
            approvals.open(desk.approvals());
        } catch (IOException unreadable) {
            LOG.error("nothing can be done from this console: the audit journal cannot be read", unreadable);
        }
    }

    private void closeDesk() {
        if (desk != null) {
            desk.close();
            desk = null;
        }
    }

    /// Whose name the journal keeps.
    public static String actor() {
        return System.getProperty("user.name", "operator");
    }

    private synchronized void reconnect(Profile changed, String source, Map<String, String> what) {
        // What concerns real systems is kept in their journal, not in that of the simulated fleet.
        boolean real = running.last().origin() == Origin.LIVE;
        if (real) {
            note(source, what);
        }
        closeDesk();
        stop(running);
        running = prepare(changed);
        timeline.switchTo(running.record(), running.last());
        start(running);
        if (!real) {
            note(source, what);
        }
    }

    private void note(String source, Map<String, String> what) {
        var open = desk;
        if (open != null) {
            open.trail().settingsChanged(source, what);
        }
    }

    private static void stop(Running ended) {
        ended.feed().close();
        ended.recorder().close();
        ended.record().close();
    }

    @Override
    public synchronized void close() {
        closed = true;
        closeDesk();
        timeline.close();
        stop(running);
    }
}
