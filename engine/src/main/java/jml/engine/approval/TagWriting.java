package jml.engine.approval;

import java.time.Duration;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import jml.core.act.Check;
import jml.core.act.Effect;
import jml.core.act.Receipt;
import jml.core.act.RegistryAct;
import jml.core.source.SourceException;
import jml.core.source.SourceException.Kind;
import jml.engine.Pacer;
import jml.engine.act.Actuators;

/// Writes a document's tags through the registry's actuator, in their order, each sent once. What is there already is
/// not sent again, so that a document whose writing was cut off is completed by asking for it again.
final class TagWriting {
    private static final int LOOKS = 5;
    private static final Duration BETWEEN = Duration.ofSeconds(1);

    private final Actuators actuators;
    private final Pacer pacer;

    TagWriting(Actuators actuators, Pacer pacer) {
        this.actuators = actuators;
        this.pacer = pacer;
    }

    /// @param there the version's tags as they are now
    /// @throws SourceException when a tag was not taken, or when it stays open whether it was; says how far it came
    void write(Candidate candidate, SequencedMap<String, String> tags, Map<String, String> there)
            throws SourceException, InterruptedException {
        int done = 0;
        for (var tag : tags.entrySet()) {
            if (!tag.getValue().equals(there.get(tag.getKey()))) {
                try {
                    send(act(candidate, tag.getKey(), tag.getValue()));
                } catch (SourceException e) {
                    throw new SourceException(
                            e.source(),
                            e.kind(),
                            done + " of " + tags.size() + " tags are written, so the decision does not count yet: "
                                    + e.getMessage() + " Decide again to write the rest.",
                            e);
                }
            }
            done++;
        }
    }

    private static RegistryAct act(Candidate candidate, String key, String value) {
        var facts = candidate.facts();
        var verb = new RegistryAct.Verb.SetTag(candidate.name(), key, value);
        return new RegistryAct(
                UUID.randomUUID(),
                facts.key(),
                facts.registrySource(),
                candidate.registered().name(),
                verb);
    }

    private void send(RegistryAct act) throws SourceException, InterruptedException {
        var actuator = actuators
                .of(act)
                .orElseThrow(() -> new SourceException(
                        act.source(), Kind.MISCONFIGURED, act.source() + " cannot be written to from here."));
        var prepared = actuator.prepare(act);
        for (var check : prepared.checks()) {
            if (check.outcome() == Check.Outcome.STOPS) {
                throw new SourceException(act.source(), Kind.FORBIDDEN, check.finding() + ".");
            }
        }
        switch (actuator.send(act, prepared.seen())) {
            case Receipt.Accepted _ -> {
                // Read back with all others at the end.
            }
            case Receipt.Refused refused ->
                throw new SourceException(act.source(), Kind.REFUSED, refused.message() + ".");
            case Receipt.Unknown unknown -> {
                // Whether it arrived is read; it is never sent again by itself.
                for (int look = 0; look < LOOKS; look++) {
                    pacer.sleep(BETWEEN);
                    if (actuator.effect(act, prepared.seen()).state() == Effect.State.REACHED) {
                        return;
                    }
                }
                throw new SourceException(act.source(), Kind.UNREACHABLE, unknown.message() + ".");
            }
        }
    }
}
