package jml.core.fleet;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import jml.core.fleet.FleetEvent.Kind;
import jml.core.release.Workload;
import jml.core.text.Words;

/// What happened to one model between two snapshots.
final class ModelChanges {
    private static final Set<ModelState> TOLD =
            Set.of(ModelState.BREACHING, ModelState.ATTENTION, ModelState.NO_DATA, ModelState.PAUSED);

    private ModelChanges() {}

    // Facts are shared while nothing changes, so most models of most refreshes end here.
    @SuppressWarnings("ReferenceEquality")
    static void add(
            FleetSnapshot before,
            int beforeRow,
            FleetSnapshot after,
            int row,
            List<FleetEvent> events,
            Sentences sentences) {
        var change = new Change(before, after, before.model(beforeRow), after.model(row), events);
        if (change.was() != change.now()) {
            aliases(change);
            if (change.comparable()) {
                new ReleaseChanges(change).tell();
                scaling(change);
            } else {
                begun(change);
            }
        }
        state(change, before.standing(beforeRow), row, sentences);
    }

    /// A model that was not there before is told only when its source says that it was deployed just now.
    static void addNew(FleetSnapshot before, FleetSnapshot after, int row, List<FleetEvent> events) {
        begun(new Change(before, after, after.model(row), after.model(row), events));
    }

    private static void begun(Change change) {
        var facts = change.now();
        var first = Change.main(facts, Workload.Role.STABLE);
        var since = first == null ? null : change.exact(first.since());
        if (since != null
                && !since.isBefore(change.before().at())
                && !facts.version().isEmpty()) {
            change.deployed(Kind.DEPLOY, Words.version(facts.version()) + " began to serve.", first, facts.version());
        }
    }

    private static void aliases(Change change) {
        var was = change.was();
        var now = change.now();
        if (now.registryName().isEmpty() || !now.registryName().equals(was.registryName())) {
            return;
        }
        var names = new TreeSet<>(was.aliases().keySet());
        names.addAll(now.aliases().keySet());
        for (var name : names) {
            var from = was.aliases().getOrDefault(name, "");
            var to = now.aliases().getOrDefault(name, "");
            if (!from.equals(to)) {
                var alias = "Alias " + Words.oneLine(name, 60);
                var text = from.isEmpty()
                        ? alias + " set to " + Words.version(to) + "."
                        : to.isEmpty()
                                ? alias + " taken off " + Words.version(from) + "."
                                : alias + " moved from " + Words.version(from) + " to " + Words.version(to) + ".";
                change.told(Kind.REGISTRY, text, null, "alias", name, from, to);
            }
        }
    }

    // Workloads that come and go with their cluster's source are no scaling.
    private static void scaling(Change change) {
        var was = change.was();
        var now = change.now();
        int from = was.pods().desired();
        int to = now.pods().desired();
        if (from != to && places(was).equals(places(now))) {
            change.told(
                    Kind.SCALING,
                    "Scaled from " + Words.count(from) + " to " + Words.count(to, "replica") + ".",
                    null,
                    from,
                    to);
        }
    }

    private static Set<String> places(ModelFacts facts) {
        return facts.placements().stream().map(Placement::where).collect(Collectors.toSet());
    }

    // Health that comes and goes with a few events more or less, or with its source, is not worth a line.
    private static void state(Change change, Standing was, int row, Sentences sentences) {
        var now = change.after().standing(row);
        var from = was.state();
        var to = now.state();
        if (from != to && (TOLD.contains(from) || TOLD.contains(to))) {
            var text = to.word() + ": " + sentences.of(change.after(), row).headline();
            change.seen(
                    Kind.STATE,
                    text,
                    Objects.requireNonNullElse(
                            change.exact(now.since()), change.after().at()),
                    to);
        }
    }
}
