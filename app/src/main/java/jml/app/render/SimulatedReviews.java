package jml.app.render;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jml.app.Console;
import jml.app.SimulatedRegistries;
import jml.app.approval.ProfilePolicies;
import jml.app.approval.ProfileTrust;
import jml.app.profile.Profile;
import jml.core.approval.Approvals;
import jml.core.audit.AuditEntry;
import jml.core.audit.AuditHead;
import jml.core.audit.AuditJournal;
import jml.core.audit.AuditRecord;
import jml.core.audit.JournalException;
import jml.core.fleet.Timeline;
import jml.core.judge.Rulings;
import jml.engine.Pacer;
import jml.engine.approval.SignedApprovals;
import jml.gameday.FleetRegistry;
import jml.gameday.SimulatedFleet;
import jml.store.audit.StrictJson;

/// What waits for approval in the simulated fleet at one instant, for a picture: nothing can be decided, and nothing is
/// kept.
final class SimulatedReviews {
    private SimulatedReviews() {}

    /// @param data the console's folder; nothing is written to it
    static Approvals of(SimulatedFleet fleet, Timeline timeline, Rulings rulings, Path data) {
        var profile = Profile.simulated();
        var clock = new StillPacer(timeline.current().snapshot().at());
        var trust = new ProfileTrust(profile, data, Console.actor());
        return new SignedApprovals(
                () -> timeline.current().snapshot(),
                rulings,
                new SignedApprovals.Rules(
                        profile.governance().approvals(),
                        ProfilePolicies.of(profile).orElse(null),
                        trust),
                new SignedApprovals.Means(
                        new SimulatedRegistries(new FleetRegistry(fleet, clock)),
                        _ -> Optional.empty(),
                        trust.keys(),
                        new NoJournal(),
                        new StrictJson()),
                clock);
    }

    private record StillPacer(Instant instant) implements Pacer {
        @Override
        public void sleep(Duration duration) {
            // A picture has one instant.
        }
    }

    private static final class NoJournal implements AuditJournal {
        @Override
        public AuditRecord append(AuditEntry entry) throws JournalException {
            throw new JournalException("a picture keeps nothing");
        }

        @Override
        public List<AuditRecord> records(long from) {
            return List.of();
        }

        @Override
        public AuditHead head() throws JournalException {
            throw new JournalException("a picture keeps nothing");
        }

        @Override
        public Optional<String> notice() {
            return Optional.empty();
        }
    }
}
