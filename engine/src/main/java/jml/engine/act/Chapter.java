package jml.engine.act;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jml.core.act.Act;
import jml.core.act.Course;
import jml.core.act.Proposal;
import jml.engine.act.ActJournal.Entry;

/// What one entry of the journal does to the story it belongs to.
final class Chapter {
    private Chapter() {}

    static Story begun(long number, Instant at, Entry intent) {
        var proposal = StoryText.proposal(intent.details());
        var watched = intent.detail("watch");
        return new Story(
                proposal,
                StoryText.confirmation(intent.actor(), intent.details()),
                new Story.Origin(number, at, intent.detail("console")),
                new Story.Watch(watched.isEmpty() ? List.of() : List.of(watched.split(" ")), intent.detail("owner")),
                legs(proposal, intent),
                null);
    }

    private static List<Leg> legs(Proposal proposal, Entry intent) {
        var legs = new ArrayList<Leg>();
        for (int i = 0; i < proposal.acts().size(); i++) {
            legs.add(Leg.of(proposal.acts().get(i), StoryText.sighting(intent.details(), "looked." + i + ".")));
        }
        return legs;
    }

    static Story next(Story story, Entry entry) {
        return switch (entry.word()) {
            case INTENT, CLEARED -> throw new IllegalArgumentException(entry.word() + " continues no story");
            case AGREED -> story;
            case SENDING -> {
                var seen = StoryText.sighting(entry.details(), "seen.");
                var at = Instant.parse(entry.detail("at"));
                yield story.leg(act(entry), leg -> leg.sending(seen, at));
            }
            case RECEIPT -> {
                var receipt = StoryText.receipt(entry.details());
                yield story.leg(act(entry), leg -> leg.with(receipt));
            }
            case FOUND -> {
                boolean arrived = Boolean.parseBoolean(entry.detail("arrived"));
                yield story.leg(act(entry), leg -> leg.found(arrived));
            }
            case FINISH -> finished(story, entry);
            case OUTCOME -> {
                var reached = entry.detail("reached");
                yield story.ended(new Story.End(
                        Course.Ending.valueOf(entry.detail("ending")),
                        entry.detail("sentence"),
                        Instant.parse(entry.detail("at")),
                        reached.isEmpty() ? null : Instant.parse(reached),
                        false));
            }
            case LEFT -> {
                var end = story.end();
                yield end == null
                        ? story
                        : story.ended(new Story.End(end.ending(), end.sentence(), end.at(), end.reachedAt(), true));
            }
        };
    }

    // What was accepted stays as it is; the rest goes on as new acts, in the same order.
    private static Story finished(Story story, Entry entry) {
        var again = new ArrayList<Act>(StoryText.readActs(entry.details()));
        var legs = story.legs().stream()
                .map(leg -> leg.accepted() || again.isEmpty() ? leg : Leg.of(again.removeFirst(), leg.looked()))
                .toList();
        var origin = story.origin();
        return new Story(
                story.proposal(),
                story.confirmation(),
                new Story.Origin(origin.intent(), origin.at(), entry.detail("console")),
                story.watch(),
                legs,
                null);
    }

    private static UUID act(Entry entry) {
        return UUID.fromString(entry.detail("act"));
    }
}
