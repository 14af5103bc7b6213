package jml.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.random.RandomGenerator;
import jml.app.approval.ProfileTrust;
import jml.app.connect.SourceWiring;
import jml.app.profile.Profile;
import jml.connectors.preset.Presets;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Origin;
import jml.engine.Pacer;
import jml.engine.approval.UnapprovedFindings;
import jml.engine.collect.Collector;
import jml.gameday.SimulatedFleet;
import jml.gameday.act.SimulatedActuator;
import jml.store.audit.StrictJson;

/// One look at the fleet without a record and without a window.
public final class FleetOnce {
    private FleetOnce() {}

    /// Asks every source of the profile once; blocks until each answered or gave up.
    ///
    /// @param data folder of the console whose simulated story goes on, if one does
    public static FleetSnapshot read(Profile profile, Path data) {
        var pacer = Pacer.real();
        var now = pacer.instant();
        if (profile.isSimulated()) {
            var fleet = simulated(data, now);
            return SimulatedFindings.of(fleet, data).in(fleet.snapshot(now));
        }
        var random = RandomGenerator.getDefault();
        var wiring = new SourceWiring(profile.severity(), pacer);
        var nothing = FleetSnapshot.empty(now, Origin.LIVE);
        try (var collector = new Collector(wiring.of(profile), reading(profile, data), nothing, pacer, random)) {
            return collector.once();
        }
    }

    static SimulatedFleet simulated(Path data, Instant now) {
        var opened = SimulatedOpening.goingOn(data, now).orElse(now);
        var fleet = SimulatedConsole.fleet(opened, SimulatedConsole.MODELS);
        SimulatedActuator.replay(SimulatedConsole.done(data, opened), fleet);
        return fleet;
    }

    static Collector.Reading reading(Profile profile, Path data) {
        return new Collector.Reading(
                profile.identity(),
                profile.allObjectives(),
                Presets.builtIn().all(),
                new UnapprovedFindings(
                        profile.governance().approvals(),
                        new ProfileTrust(profile, data, Console.actor()),
                        new StrictJson()));
    }
}
