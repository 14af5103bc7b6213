package jml.engine.act;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import jml.core.act.Confirmation;
import jml.core.act.Hold;
import jml.core.act.Proposal;
import jml.core.act.Receipt;
import jml.core.act.Sighting;
import jml.core.model.ModelKey;
import jml.engine.act.ActJournal.Entry;
import jml.engine.act.ActJournal.Word;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the journal says of each proposal, kept up to date by writing through it: the state of the path is what could
/// be read again after a crash, and nothing else. Safe from any thread; writing waits for the disk.
final class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final ActJournal journal;
    private final String console;
    private final Map<UUID, Story> stories = new LinkedHashMap<>();
    private final List<Cleared> cleared = new ArrayList<>();

    private record Cleared(ModelKey model, String version, Instant at) {}

    /// Reads the journal.
    Ledger(ActJournal journal) throws IOException {
        this.journal = journal;
        this.console = journal.console();
        for (var line : journal.lines()) {
            try {
                apply(line.number(), line.at(), line.entry());
            } catch (RuntimeException unreadable) {
                // A newer console may have written what this one does not know; the others count nevertheless.
                LOG.warn("line {} of the journal is not understood", line.number(), unreadable);
            }
        }
    }

    /// @param looked the targets as the person saw them, one an act
    Story intent(Proposal proposal, Confirmation confirmation, Story.Watch watch, List<Sighting> looked)
            throws IOException {
        var text = StoryText.of(proposal);
        for (int i = 0; i < looked.size(); i++) {
            text.putAll(StoryText.of(looked.get(i), "looked." + i + "."));
        }
        text.put("reason", confirmation.reason());
        text.put("console", console);
        text.put("owner", watch.owner());
        text.put("watch", String.join(" ", watch.slis()));
        return write(Word.INTENT, confirmation.actor(), proposal, text);
    }

    Story agreed(Story story, Confirmation second) throws IOException {
        var text = named(story);
        text.put("reason", second.reason());
        return write(Word.AGREED, second.actor(), story.proposal(), text);
    }

    Story sending(Story story, Leg leg, Sighting seen, Instant at) throws IOException {
        var text = named(story, leg);
        text.putAll(StoryText.of(seen, "seen."));
        text.put("at", at.toString());
        return write(Word.SENDING, story.confirmation().actor(), story.proposal(), text);
    }

    /// Never fails: what happened counts in this run even when the disk does not take it.
    Story receipt(Story story, Leg leg, Receipt receipt) {
        var text = named(story, leg);
        text.putAll(StoryText.of(receipt));
        return note(Word.RECEIPT, story.confirmation().actor(), story.proposal(), text);
    }

    Story found(Story story, Leg leg, boolean arrived) {
        var text = named(story, leg);
        text.put("arrived", String.valueOf(arrived));
        return note(Word.FOUND, "console", story.proposal(), text);
    }

    /// What is left goes on as acts of their own, so that no act is ever sent twice.
    Story finish(Story story, List<Leg> legs, Confirmation confirmation) throws IOException {
        var text = named(story);
        text.put("reason", confirmation.reason());
        text.put("console", console);
        text.putAll(StoryText.acts(legs.stream().map(Leg::act).toList()));
        return write(Word.FINISH, confirmation.actor(), story.proposal(), text);
    }

    Story outcome(Story story, Story.End end) {
        var text = named(story);
        text.put("ending", end.ending().name());
        text.put("sentence", end.sentence());
        text.put("at", end.at().toString());
        var reached = end.reachedAt();
        if (reached != null) {
            text.put("reached", reached.toString());
        }
        return note(Word.OUTCOME, "console", story.proposal(), text);
    }

    Story left(Story story, Confirmation confirmation) throws IOException {
        var text = named(story);
        text.put("reason", confirmation.reason());
        return write(Word.LEFT, confirmation.actor(), story.proposal(), text);
    }

    synchronized void clear(Hold hold, Confirmation confirmation) throws IOException {
        var text = new TreeMap<>(Map.of(
                "environment", hold.model().environment(),
                "model", hold.model().name(),
                "version", hold.version(),
                "reason", confirmation.reason()));
        var entry = new Entry(Word.CLEARED, confirmation.actor(), hold.model().name(), text);
        var line = journal.append(entry);
        apply(line.number(), line.at(), entry);
    }

    /// Oldest first.
    synchronized List<Story> stories() {
        return List.copyOf(stories.values());
    }

    /// True when a living console other than this one has it under way.
    boolean elsewhere(Story story) {
        var owner = story.origin().console();
        return !owner.equals(console) && journal.alive(owner);
    }

    /// Versions that a person took out of traffic and nobody has let go on since, newest first.
    synchronized List<Hold> holds() {
        var holds = new LinkedHashMap<String, Hold>();
        for (var story : stories.values()) {
            var hold = hold(story);
            if (hold != null) {
                holds.put(hold.model() + " " + hold.version(), hold);
            }
        }
        for (var each : cleared) {
            holds.computeIfPresent(
                    each.model() + " " + each.version(), (_, hold) -> each.at().isAfter(hold.since()) ? null : hold);
        }
        return List.copyOf(holds.values()).reversed();
    }

    /// How long the last step back of a model took from sending to full effect; empty when there was none.
    synchronized Optional<Duration> lastRollBack(ModelKey model) {
        return stories.values().stream()
                .filter(it -> it.proposal().purpose() == Proposal.Purpose.ROLL_BACK
                        && it.proposal().model().equals(model))
                .map(Ledger::took)
                .filter(Objects::nonNull)
                .reduce((_, later) -> later);
    }

    private static @Nullable Duration took(Story story) {
        var end = story.end();
        var sent = story.legs().getFirst().sentAt();
        var reached = end == null ? null : end.reachedAt();
        return sent == null || reached == null ? null : Duration.between(sent, reached);
    }

    private static @Nullable Hold hold(Story story) {
        var proposal = story.proposal();
        var sent = story.legs().getFirst().sentAt();
        if (proposal.purpose() != Proposal.Purpose.ROLL_BACK
                || proposal.from().isEmpty()
                || sent == null
                || !story.legs().getFirst().accepted()) {
            return null;
        }
        var owner = story.watch().owner();
        return new Hold(
                proposal.model(),
                proposal.from(),
                sent,
                story.confirmation().actor(),
                story.confirmation().reason(),
                owner.isEmpty() ? "anyone who may act here" : owner);
    }

    private synchronized Story write(Word word, String actor, Proposal proposal, SortedMap<String, String> text)
            throws IOException {
        var entry = new Entry(word, actor, subject(proposal), text);
        var line = journal.append(entry);
        return Objects.requireNonNull(apply(line.number(), line.at(), entry));
    }

    private synchronized Story note(Word word, String actor, Proposal proposal, SortedMap<String, String> text) {
        try {
            return write(word, actor, proposal, text);
        } catch (IOException e) {
            LOG.error("the journal does not take what happened to {}", proposal.title(), e);
            var story = Objects.requireNonNull(stories.get(proposal.id()));
            var entry = new Entry(word, actor, subject(proposal), text);
            return Objects.requireNonNull(
                    apply(story.origin().intent(), story.origin().at(), entry));
        }
    }

    private static String subject(Proposal proposal) {
        return proposal.model().name() + (proposal.from().isEmpty() ? "" : "@" + proposal.from()) + " in "
                + proposal.model().environment();
    }

    private static SortedMap<String, String> named(Story story) {
        return new TreeMap<>(Map.of(
                "proposal", story.id().toString(),
                "model", story.proposal().model().name()));
    }

    private static SortedMap<String, String> named(Story story, Leg leg) {
        var text = named(story);
        text.put("act", leg.act().id().toString());
        return text;
    }

    private synchronized @Nullable Story apply(long number, Instant at, Entry entry) {
        if (entry.word() == Word.CLEARED) {
            var model = new ModelKey(entry.detail("environment"), entry.detail("model"));
            cleared.add(new Cleared(model, entry.detail("version"), at));
            return null;
        }
        var id = UUID.fromString(entry.detail("proposal"));
        var story = entry.word() == Word.INTENT
                ? Chapter.begun(number, at, entry)
                : Chapter.next(Objects.requireNonNull(stories.get(id), "no intent"), entry);
        stories.put(id, story);
        return story;
    }
}
