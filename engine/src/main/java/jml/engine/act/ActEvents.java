package jml.engine.act;

import java.time.Instant;
import jml.core.act.Confirmation;
import jml.core.act.Hold;
import jml.core.fleet.EventId;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetEvent.Kind;
import jml.core.text.Words;

/// Acts as the time bar and What changed tell them. What belongs to one proposal shares a correlation.
final class ActEvents {
    private static final String SOURCE = "console";

    private ActEvents() {}

    /// An act left the console; whether it did what it should is told by [#ended].
    static FleetEvent sent(Story story, Leg leg, Instant at) {
        var who = story.confirmation().actor();
        var text = who + ": " + leg.act().title() + ". " + story.confirmation().reason();
        return event(story, EventId.of(Kind.ACT, leg.act().id(), "sent"), at, text);
    }

    static FleetEvent ended(Story story, String sentence, Instant at) {
        return event(
                story,
                EventId.of(Kind.ACT, story.id(), "ended", at),
                at,
                story.proposal().title() + ": " + sentence);
    }

    static FleetEvent cleared(Hold hold, Confirmation confirmation, Instant at) {
        var text = confirmation.actor() + ": " + Words.version(hold.version()) + " may be promoted again. "
                + confirmation.reason();
        return new FleetEvent(
                EventId.of(Kind.ACT, hold.model(), hold.version(), at), Kind.ACT, at, at, hold.model(), text, SOURCE);
    }

    private static FleetEvent event(Story story, String id, Instant at, String text) {
        return new FleetEvent(
                id,
                Kind.ACT,
                at,
                at,
                story.proposal().model(),
                Words.oneLine(text, 300),
                SOURCE,
                story.id().toString());
    }
}
