package jml.views.frame.palette;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import jml.core.fleet.FleetFeed;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.ModelState;
import jml.core.fleet.Roster;
import jml.core.model.Environment;
import jml.core.model.ModelKey;
import jml.core.text.Words;
import jml.views.act.Acting;
import jml.views.act.Propose;
import jml.views.kit.Command;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.StateLook;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.Navigation;
import jml.views.kit.screen.ScreenId;
import jml.views.kit.screen.ShownEnvironment;
import jml.views.releases.Releases;
import jml.views.releases.review.ReviewQueue;
import org.jspecify.annotations.Nullable;

/// What the command palette offers for what was typed: models, screens, settings, and the verbs that exist. Belongs to
/// the FX thread; needs no toolkit.
public final class PaletteViewModel {
    private static final int MODELS = 8;
    private static final int WORST = 5;
    private static final int ACTED = 3;
    private static final Map<String, Duration> WINDOWS = Map.of(
            "1 hour", Duration.ofHours(1),
            "6 hours", Duration.ofHours(6),
            "24 hours", Duration.ofHours(24),
            "7 days", Duration.ofDays(7));

    private final FleetFeed feed;
    private final ReviewQueue queue;
    private final Navigation navigation;
    private final Verbs verbs;
    private final ModelVerbs onModels;
    private Roster indexed = Roster.EMPTY;
    private ModelIndex index = new ModelIndex(List.of());

    public PaletteViewModel(
            FleetFeed feed, ReviewQueue queue, Navigation navigation, Verbs verbs, Acting acting, Propose propose) {
        onModels = new ModelVerbs(acting, propose);
        this.feed = feed;
        this.queue = queue;
        this.navigation = navigation;
        this.verbs = verbs;
    }

    /// Best first. Choosing one does it; closing the palette is the caller's.
    public List<Command> commands(String typed) {
        queue.ask();
        var snapshot = feed.current().snapshot();
        var found = new ArrayList<Command>();
        Link.parse(typed)
                .ifPresent(link -> found.add(Command.of(Icon.LINK, "Open", link.format(), () -> navigation.go(link))));
        if (typed.isBlank()) {
            worst(snapshot, found);
        } else {
            index(snapshot.roster());
            found.addAll(onModels.commands(feed.current(), typed, shown(snapshot), name -> index.find(name, ACTED)));
            models(snapshot, typed, found);
        }
        all(snapshot).stream().filter(it -> fits(it, typed)).forEach(found::add);
        if (!typed.isBlank() && found.size() < MODELS + WORST) {
            found.add(Command.of(
                    Icon.SEARCH,
                    "Filter",
                    "On-call by " + typed.strip(),
                    () -> navigation.go(onCall().withFilter(typed.strip()))));
        }
        return found;
    }

    private Optional<ModelKey> shown(FleetSnapshot snapshot) {
        var here = navigation.here();
        if (here.screen() == ScreenId.RELEASES) {
            return snapshot.roster().models().stream()
                    .map(ModelFacts::key)
                    .filter(it -> it.path().equals(here.selection()))
                    .findFirst();
        }
        return ShownEnvironment.of(snapshot, here)
                .filter(_ -> !here.selection().isBlank())
                .map(it -> new ModelKey(it.name(), here.selection()))
                .filter(it -> snapshot.roster().row(it).isPresent());
    }

    private void worst(FleetSnapshot snapshot, List<Command> found) {
        var here = ShownEnvironment.of(snapshot, navigation.here())
                .map(Environment::name)
                .orElse("");
        for (var state : List.of(ModelState.BREACHING, ModelState.ATTENTION)) {
            for (var row = 0; row < snapshot.size() && found.size() < WORST; row++) {
                var facts = snapshot.model(row);
                if (snapshot.standing(row).state() == state
                        && (here.isEmpty() || facts.key().environment().equals(here))) {
                    found.add(model(facts, state));
                }
            }
        }
    }

    private void models(FleetSnapshot snapshot, String typed, List<Command> found) {
        var roster = snapshot.roster();
        for (var key : index.find(typed, MODELS)) {
            roster.row(key)
                    .ifPresent(row -> found.add(
                            model(snapshot.model(row), snapshot.standing(row).state())));
        }
    }

    private void index(Roster roster) {
        if (roster != indexed) {
            indexed = roster;
            index = new ModelIndex(roster.models().stream().map(ModelFacts::key).toList());
        }
    }

    private Command model(ModelFacts facts, ModelState state) {
        var key = facts.key();
        var rest = Words.oneLine(key.name(), 60) + "  " + key.environment()
                + (state == ModelState.HEALTHY ? "" : ", " + state.word().toLowerCase(Locale.ROOT));
        return Command.of(
                StateLook.of(state).icon(),
                "Go to",
                rest,
                () -> navigation.go(onCall().withEnvironment(key.environment()).withSelection(key.name())));
    }

    private List<Command> all(FleetSnapshot snapshot) {
        var all = new ArrayList<Command>();
        reviews(all);
        screens(all);
        moves(all);
        snapshot.environments()
                .forEach(
                        it -> all.add(Command.of(Icon.FLAG, "Show environment", it.name(), () -> verbs.showEnvironment()
                                .accept(it.name()))));
        WINDOWS.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .forEach(it -> all.add(Command.of(Icon.HISTORY, "Time bar", it.getKey(), () -> verbs.showWindow()
                        .accept(it.getValue()))));
        return all;
    }

    private void reviews(List<Command> all) {
        var live = navigation.here().at() == null ? null : "you see the past";
        for (var review : queue.latest()) {
            var rest = Words.oneLine(review.model().name(), 60) + " "
                    + Words.version(review.evidence().version());
            all.add(keyed(
                    Icon.CHECK,
                    "Review",
                    rest,
                    "",
                    live,
                    () -> navigation.go(Releases.review(navigation.here(), review))));
        }
    }

    private void screens(List<Command> all) {
        for (var screen : ScreenId.values()) {
            var icon = screen == ScreenId.ON_CALL ? Icon.ON_CALL : Icon.CONNECTIONS;
            all.add(keyed(icon, "Go to", screen.title(), "Ctrl " + screen.digit(), null, () -> verbs.go()
                    .accept(screen)));
        }
        all.add(Command.of(
                Icon.CONNECTIONS,
                "Go to",
                "Mapping: what belongs to no model",
                () -> navigation.go(navigation.here().to(ScreenId.CONNECTIONS).withSection("mapping"))));
    }

    private void moves(List<Command> all) {
        var live = navigation.here().at() == null ? "the console is live" : null;
        var first = navigation.canBackProperty().get() ? null : "nothing before this";
        var last = navigation.canForwardProperty().get() ? null : "nothing after this";
        all.add(keyed(Icon.PLAY, "Go live", "", "Esc", live, verbs.goLive()));
        all.add(keyed(Icon.LINK, "Copy link", "of what is shown", "Ctrl Shift C", null, verbs.copyLink()));
        all.add(Command.of(Icon.THEME, "Switch theme", "light or dark", verbs.toggleTheme()));
        all.add(keyed(Icon.UNDO, "Back", "", "Alt ←", first, navigation::back));
        all.add(keyed(Icon.RIGHT, "Forward", "", "Alt →", last, navigation::forward));
    }

    private static Command keyed(
            Icon icon, String verb, String rest, String key, @Nullable String blocked, Runnable run) {
        return new Command(icon, verb, rest, key, blocked, run);
    }

    private static boolean fits(Command command, String typed) {
        var words = command.words().toLowerCase(Locale.ROOT);
        for (var word : typed.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
            if (!words.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private Link onCall() {
        return navigation.here().to(ScreenId.ON_CALL);
    }
}
