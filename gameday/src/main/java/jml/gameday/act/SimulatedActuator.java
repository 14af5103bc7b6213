package jml.gameday.act;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jml.core.act.Act;
import jml.core.act.Actuator;
import jml.core.act.DryRun;
import jml.core.act.Effect;
import jml.core.act.Effect.Fact;
import jml.core.act.Preparation;
import jml.core.act.Receipt;
import jml.core.act.Receipt.Reason;
import jml.core.act.RegistryAct;
import jml.core.act.Sighting;
import jml.core.act.SilenceAct;
import jml.core.act.WorkloadAct;
import jml.gameday.SimulatedFleet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Acts on the simulated fleet, as cluster, registry and alert source in one. What is sent changes what the fleet does
/// from that instant on, over the seconds a controller would need; what lies before stays as it was. Answers at once;
/// safe from any thread.
public final class SimulatedActuator implements Actuator {
    private static final Logger LOG = LoggerFactory.getLogger(SimulatedActuator.class);

    private final SimulatedFleet fleet;
    private final InstantSource clock;
    private final DoneActs done;

    /// Lets everything happen again that was done to this story before.
    ///
    /// @param fleet at the beginning of its story: nothing was applied to it
    public SimulatedActuator(SimulatedFleet fleet, InstantSource clock, DoneActs done) {
        this.fleet = fleet;
        this.clock = clock;
        this.done = done;
        replay(done, fleet);
    }

    /// Lets everything happen to a fleet at the beginning of its story that was done to it, for whoever only looks.
    public static void replay(DoneActs done, SimulatedFleet fleet) {
        for (var act : done.all()) {
            try {
                deed(fleet, act.act()).happen(act.at());
            } catch (IllegalArgumentException unknown) {
                // A smaller fleet than the one it was done to goes on without it.
                LOG.warn("an act on the simulated fleet is left out: {}", unknown.getMessage());
            }
        }
    }

    @Override
    public Preparation prepare(Act act) {
        var deed = deed(act);
        var now = clock.instant();
        var obstacle = deed.obstacle(now);
        if (obstacle.isPresent()) {
            return new Preparation(
                    act,
                    deed.sighting(now),
                    "Nothing is sent: " + obstacle.get().finding() + ".",
                    List.of(obstacle.get()),
                    new DryRun(DryRun.Answer.REFUSED, List.of()),
                    List.of());
        }
        return deed.prepare(now);
    }

    @Override
    public synchronized Receipt send(Act act, Sighting seen) {
        var deed = deed(act);
        var now = instant();
        if (find(act.id()).isPresent()) {
            return refused(Reason.MOVED_ON, 409, "this act was done before");
        }
        var changes = seen.changes(deed.sighting(now));
        if (!changes.isEmpty()) {
            return refused(Reason.MOVED_ON, 409, String.join("; ", changes));
        }
        var obstacle = deed.obstacle(now);
        if (obstacle.isPresent()) {
            return refused(Reason.INVALID, 422, obstacle.get().finding());
        }
        try {
            done.add(new DoneAct(now, act));
        } catch (IOException unkept) {
            return refused(Reason.UNAVAILABLE, 503, "it cannot be kept: " + unkept.getMessage());
        }
        deed.happen(now);
        return new Receipt.Accepted(200, Duration.ZERO, deed.sighting(now).version());
    }

    /// Never before what was done last, whatever the clock does.
    private Instant instant() {
        var now = clock.instant();
        var acts = done.all();
        return acts.isEmpty() || acts.getLast().at().isBefore(now)
                ? now
                : acts.getLast().at().plusMillis(1);
    }

    private static Receipt refused(Reason reason, int status, String why) {
        return new Receipt.Refused(reason, status, "nothing was changed: " + why);
    }

    @Override
    public Effect effect(Act act, Sighting before) {
        var deed = deed(act);
        return find(act.id())
                .map(it -> deed.effect(it.at(), before, clock.instant()))
                .orElseGet(() -> new Effect(Effect.State.ABSENT, List.of(new Fact("It has not arrived", "", null))));
    }

    private Optional<DoneAct> find(UUID id) {
        return done.all().stream().filter(it -> it.act().id().equals(id)).findFirst();
    }

    private Deed deed(Act act) {
        return deed(fleet, act);
    }

    private static Deed deed(SimulatedFleet fleet, Act act) {
        return switch (act) {
            case WorkloadAct workload -> new WorkloadDeed(fleet, workload);
            case RegistryAct registry -> new RegistryDeed(fleet, registry);
            case SilenceAct silence -> new SilenceDeed(fleet, silence);
        };
    }
}
