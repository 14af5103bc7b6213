package jml.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jml.app.approval.ProfileTrust;
import jml.app.profile.Profile;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.ModelState;
import jml.core.fleet.Placement;
import jml.core.fleet.Standing;
import jml.core.model.Arm;
import jml.core.registry.RegisteredModel;
import jml.engine.approval.UnapprovedFindings;
import jml.gameday.SimulatedFleet;
import jml.gameday.catalogue.SimulatedModel;
import jml.store.audit.StrictJson;

/// What the console finds in the simulated fleet beside what the fleet tells: versions that serve unapproved. A
/// collector does the same for real sources before it says where a model stands. One thread at a time.
public final class SimulatedFindings {
    private final SimulatedFleet fleet;
    private final Map<String, String> modelOfRegistered;
    private final UnapprovedFindings findings;

    private SimulatedFindings(SimulatedFleet fleet, UnapprovedFindings findings) {
        this.fleet = fleet;
        this.modelOfRegistered = fleet.models().stream()
                .collect(Collectors.toMap(it -> it.names().registry(), SimulatedModel::name));
        this.findings = findings;
    }

    /// @param data the console's own folder, for this machine's key
    public static SimulatedFindings of(SimulatedFleet fleet, Path data) {
        var profile = Profile.simulated();
        return new SimulatedFindings(
                fleet,
                new UnapprovedFindings(
                        profile.governance().approvals(),
                        new ProfileTrust(profile, data, Console.actor()),
                        new StrictJson()));
    }

    /// The snapshot with what is found at its instant.
    public FleetSnapshot in(FleetSnapshot told) {
        var at = told.at();
        var roster = findings.in(told.roster(), new Told(at), at);
        if (roster == told.roster()) {
            return told;
        }
        var standings = new ArrayList<Standing>(told.size());
        for (int row = 0; row < told.size(); row++) {
            standings.add(standing(told.standing(row), roster.models().get(row), at));
        }
        return new FleetSnapshot(
                at,
                told.origin(),
                told.environments(),
                roster,
                told.figures(),
                standings,
                told.alerts(),
                told.alertedRows(),
                told.sources(),
                told.unmatched());
    }

    private final class Told implements UnapprovedFindings.Told {
        private final Instant at;

        Told(Instant at) {
            this.at = at;
        }

        @Override
        public Optional<RegisteredModel> model(String source, String name) {
            return Optional.ofNullable(modelOfRegistered.get(name)).flatMap(it -> fleet.registered(it, at));
        }

        @Override
        public boolean all(String environment) {
            return true;
        }
    }

    private static Standing standing(Standing told, ModelFacts facts, Instant at) {
        boolean worse = told.state() == ModelState.BREACHING || told.state() == ModelState.ATTENTION;
        if (worse || facts.findings().isEmpty()) {
            return told;
        }
        var since = facts.placements().stream()
                .map(Placement::since)
                .filter(it -> it != null && it.isBefore(at))
                .findFirst()
                .orElse(told.since());
        return new Standing(ModelState.ATTENTION, Standing.Cause.FACTS_DISAGREE, null, Arm.ALL, since);
    }
}
