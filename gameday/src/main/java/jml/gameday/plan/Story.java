package jml.gameday.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// All that happens to one model, in time order: how it is set up, and what disturbs it.
///
/// @param changes the first one is the setup it begins with
public record Story(List<Change> changes, List<Disturbance> disturbances) {
    public Story {
        changes = List.copyOf(changes);
        disturbances = List.copyOf(disturbances);
        if (changes.isEmpty()) {
            throw new IllegalArgumentException("a story begins with a setup");
        }
        for (int i = 1; i < changes.size(); i++) {
            if (changes.get(i).at().isBefore(changes.get(i - 1).at())) {
                throw new IllegalArgumentException(
                        "changes out of order at " + changes.get(i).at());
            }
        }
    }

    /// The story once somebody acts: what was planned for later does not happen any more, what disturbs the model
    /// still does. The past stays as it was.
    public Story with(Change change) {
        var kept = new ArrayList<Change>();
        for (var earlier : changes) {
            if (!earlier.at().isAfter(change.at())) {
                kept.add(earlier);
            }
        }
        if (kept.isEmpty()) {
            throw new IllegalArgumentException("a change at " + change.at() + ", before the story begins");
        }
        kept.add(change);
        return new Story(kept, disturbances);
    }

    /// How the model is set up at an instant.
    public Setup setup(Instant at) {
        var setup = changes.getFirst().setup();
        for (var change : changes) {
            if (change.at().isAfter(at)) {
                break;
            }
            setup = change.setup();
        }
        return setup;
    }

    /// The change by which a version began to serve, on either side, and how many versions had done so by then.
    public Revision revision(String version) {
        var seen = new LinkedHashSet<String>();
        for (var change : changes) {
            boolean begins = seen.add(change.setup().version());
            if (change.setup().releasing()) {
                begins |= seen.add(change.setup().candidate());
            }
            if (begins && seen.contains(version)) {
                return new Revision(seen.size(), change.at());
            }
        }
        throw new IllegalArgumentException("version " + version + " never served");
    }

    /// @param number grows with each version that began to serve
    public record Revision(int number, Instant since) {}
}
