package jml.gameday.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// All that happens to one model, in time order: how it is set up, and what disturbs it.
///
/// @param changes the first one is the setup it begins with
/// @param taggings of its versions in the registry
public record Story(List<Change> changes, List<Disturbance> disturbances, List<Tagging> taggings) {
    public Story {
        changes = List.copyOf(changes);
        taggings = List.copyOf(taggings);
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

    /// One in which nobody sets tags.
    public Story(List<Change> changes, List<Disturbance> disturbances) {
        this(changes, disturbances, List.of());
    }

    /// The story once somebody acts: what was planned for later does not happen any more, what disturbs the model
    /// still does. The past stays as it was.
    public Story with(Change change) {
        return with(List.of(change));
    }

    /// The same with all that follows from the act.
    ///
    /// @param follows in order of time, at least one
    public Story with(List<Change> follows) {
        var change = follows.getFirst();
        var kept = new ArrayList<Change>();
        for (var earlier : changes) {
            if (!earlier.at().isAfter(change.at())) {
                kept.add(earlier);
            }
        }
        if (kept.isEmpty()) {
            throw new IllegalArgumentException("a change at " + change.at() + ", before the story begins");
        }
        kept.addAll(follows);
        return new Story(kept, disturbances, taggings);
    }

    /// From an instant on the registry's aliases point elsewhere; what was planned goes on, and the pipeline's next
    /// step moves them again.
    public Story withAliases(Instant at, Map<String, String> aliases, String actor) {
        var told = new ArrayList<Change>();
        var moved = new Change(at, changes.getFirst().model(), setup(at).marked(it -> it.withAliases(aliases)), actor);
        for (var change : changes) {
            if (!change.at().isAfter(moved.at())) {
                told.add(change);
            }
        }
        told.add(moved);
        for (var change : changes) {
            if (change.at().isAfter(moved.at())) {
                // What another act has under way would put them back.
                boolean acted = change.setup().marks().aliases() != null;
                told.add(acted ? change.with(change.setup().marked(it -> it.withAliases(aliases))) : change);
            }
        }
        return new Story(told, disturbances, taggings);
    }

    public Story with(Tagging tagging) {
        var told = new ArrayList<>(taggings);
        told.add(tagging);
        return new Story(changes, disturbances, told);
    }

    /// Tags that were put on a version, by key.
    public Map<String, String> tags(String version, Instant at) {
        var tags = new TreeMap<String, String>();
        for (var tagging : taggings) {
            if (tagging.version().equals(version) && !tagging.at().isAfter(at)) {
                var value = tagging.value();
                if (value == null) {
                    tags.remove(tagging.key());
                } else {
                    tags.put(tagging.key(), value);
                }
            }
        }
        return tags;
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

    /// What the controller knew of a version's pod template at an instant.
    ///
    /// @throws IllegalArgumentException when it never served until then
    public Revision revision(String version, Instant at) {
        var revisions = revisions(at);
        var found = revisions.get(version);
        if (found == null) {
            throw new IllegalArgumentException("version " + version + " never served");
        }
        return found;
    }

    /// By version: all that served, on either side, until an instant.
    public Map<String, Revision> revisions(Instant at) {
        var revisions = new LinkedHashMap<String, Revision>();
        var template = "";
        int count = 0;
        for (var change : changes) {
            if (change.at().isAfter(at)) {
                break;
            }
            var setup = change.setup();
            if (!revisions.containsKey(setup.version())) {
                revisions.put(setup.version(), new Revision(++count, change.at()));
                template = setup.version();
            }
            var newest = setup.template();
            if (!newest.equals(template)) {
                template = newest;
                var known = revisions.get(newest);
                revisions.put(newest, new Revision(++count, known == null ? change.at() : known.since()));
            }
        }
        return revisions;
    }

    /// @param number grows with each new template, and with each one that is brought back
    /// @param since when it began to serve first
    public record Revision(int number, Instant since) {}
}
