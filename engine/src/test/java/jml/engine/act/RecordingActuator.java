package jml.engine.act;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import jml.core.act.Act;
import jml.core.act.Actuator;
import jml.core.act.Check;
import jml.core.act.DryRun;
import jml.core.act.Effect;
import jml.core.act.Preparation;
import jml.core.act.Receipt;
import jml.core.act.Sighting;
import jml.core.source.SourceException;

/// A system that does as it is told by a test, and remembers what it was sent.
final class RecordingActuator implements Actuator {
    final List<Act> sent = new CopyOnWriteArrayList<>();
    final TreeMap<String, String> target = new TreeMap<>(Map.of("podHash", "7c9f", "step", "2"));
    final List<Check> checks = new CopyOnWriteArrayList<>(List.of(Check.ready(Check.Subject.PERMISSION, "may patch")));
    Answer answer = (_, _) -> new Receipt.Accepted(200, Duration.ofMillis(200), "1");
    Reading reading = _ -> new Effect(Effect.State.REACHED, List.of());

    interface Answer {
        Receipt to(Act act, Sighting seen) throws InterruptedException;
    }

    interface Reading {
        Effect of(Act act) throws SourceException, InterruptedException;
    }

    @Override
    public Preparation prepare(Act act) throws SourceException, InterruptedException {
        return new Preparation(
                act,
                seen(),
                "v17 stops serving.",
                List.copyOf(checks),
                new DryRun(DryRun.Answer.ACCEPTED, List.of()),
                List.of("PATCH rollouts/fraud-scorer/status"));
    }

    private Sighting seen() {
        synchronized (target) {
            return new Sighting(Instant.EPOCH, "Rollout fraud/fraud-scorer", "88", Map.copyOf(target));
        }
    }

    /// Somebody else changes the target.
    void moved(String field, String value) {
        synchronized (target) {
            target.put(field, value);
        }
    }

    @Override
    public Receipt send(Act act, Sighting seen) throws InterruptedException {
        sent.add(act);
        return answer.to(act, seen);
    }

    @Override
    public Effect effect(Act act, Sighting before) throws SourceException, InterruptedException {
        return reading.of(act);
    }
}
