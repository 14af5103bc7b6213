package jml.bench.screen;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import jml.app.act.LateActionPath;
import jml.app.approval.LateApprovals;
import jml.app.connect.ProfileConnections;
import jml.app.profile.Profile;
import jml.core.audit.ReleaseAudit;
import jml.core.fleet.FleetSnapshot;
import jml.core.registry.VersionComparisons;
import jml.gameday.SimulatedFleet;
import jml.gameday.SimulatedHistory;
import jml.views.act.Acting;
import jml.views.frame.ConsoleFrame;
import jml.views.frame.Ports;
import jml.views.kit.screen.FxWork;
import jml.views.kit.screen.Link;
import jml.views.oncall.runbook.RememberedTicks;
import jml.views.oncall.runbook.ShippedRunbooks;

/// The console's window as a person has it, with the model that is worst off selected.
///
/// @param meter measures its pulses
/// @param scrolling turns the wheel over the table
record OnCallWindow(PulseMeter meter, Scrolling scrolling) {
    private static final int WIDTH = 1440;
    private static final int HEIGHT = 900;

    /// FX thread.
    static OnCallWindow show(MovingFleet fleet) {
        var meter = new PulseMeter();
        var background = Executors.newVirtualThreadPerTaskExecutor();
        var work = new FxWork(background, task -> Platform.runLater(() -> meter.handle(task)));
        var clock = Clock.fixed(fleet.moment().snapshot().at(), ZoneOffset.UTC);
        var connections = new ProfileConnections(Profile.simulated(), Path.of(""), clock, (_, _, _) -> {});
        var frame = new ConsoleFrame(
                new Ports(
                        fleet.timeline(),
                        new SimulatedHistory(fleet.fleet()),
                        (_, _, _) -> Optional.empty(),
                        new Acting(new LateActionPath(), "bench", () -> List.of()),
                        new LateApprovals(),
                        ReleaseAudit::none,
                        VersionComparisons::none,
                        () -> connections,
                        new ShippedRunbooks(),
                        new RememberedTicks(),
                        _ -> {},
                        () -> "",
                        work,
                        clock,
                        () -> SimulatedFleet.CURRENCY),
                worst(fleet.moment().snapshot()));
        var stage = new Stage();
        var scene = new Scene(frame.root(), WIDTH, HEIGHT);
        stage.setScene(scene);
        frame.show();
        stage.show();
        meter.watch(scene);
        var scrolling = new Scrolling(scene, meter);
        scrolling.start();
        return new OnCallWindow(meter, scrolling);
    }

    private static Link worst(FleetSnapshot snapshot) {
        int worst = IntStream.range(0, snapshot.size())
                .boxed()
                .min(Comparator.comparing(row -> snapshot.standing(row).state()))
                .orElseThrow();
        var key = snapshot.model(worst).key();
        return Link.START.withEnvironment(key.environment()).withSelection(key.name());
    }
}
