package jml.views.kit.sheet;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import jml.views.kit.Action;
import jml.views.kit.Banner;
import jml.views.kit.BlockedAction;
import jml.views.kit.Buttons;
import jml.views.kit.Command;
import jml.views.kit.CommandList;
import jml.views.kit.EnvironmentChip;
import jml.views.kit.FilterChip;
import jml.views.kit.Notice;
import jml.views.kit.SearchField;
import jml.views.kit.Sentence;
import jml.views.kit.SourceDot;
import jml.views.kit.SourceLine;
import jml.views.kit.SourceStrip;
import jml.views.kit.TabStrip;
import jml.views.kit.TagChip;
import jml.views.kit.Toast;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.StateLook;

/// The sheet's banners, sources, environments, actions, toasts and notices. Pressing anything does nothing.
final class PieceExamples {
    private PieceExamples() {}

    static Node banners() {
        var box = new VBox(
                new Banner(
                                Banner.Kind.SIMULATED,
                                "Simulated fleet.",
                                "Nothing here is real; actions work on the simulation.")
                        .link(does("Connect a real one")),
                new Banner(Banner.Kind.PAST, "14:02, 3 h ago.", "You see the fleet as it was. Actions are off.")
                        .button(does("Back to live")),
                new Banner(
                                Banner.Kind.STALE,
                                "Alertmanager eu last answered 4 min ago.",
                                "New alerts of 9 models may be missing.")
                        .link(does("Why")),
                new Banner(
                                Banner.Kind.LOCKED,
                                "prod-us is read-only",
                                "for you: no right to patch rollouts in 6 namespaces.")
                        .link(does("Show the rights")),
                new Banner(
                                Banner.Kind.BREACHING,
                                "The record could not be opened.",
                                "A new one was begun; the old file was put aside.")
                        .link(does("Show the file")));
        box.getStyleClass().add("sheet-banners");
        return box;
    }

    static List<SourceLine> sourceLines() {
        return List.of(
                new SourceLine(SourceDot.Condition.FRESH, "Prometheus eu", "6 s"),
                new SourceLine(SourceDot.Condition.FRESH, "Kubernetes", "2 s"),
                new SourceLine(SourceDot.Condition.FRESH, "MLflow", "14 s"),
                new SourceLine(SourceDot.Condition.STALE, "Alertmanager eu", "4 min"),
                new SourceLine(SourceDot.Condition.DEAD, "Tempo", "refused"),
                new SourceLine(SourceDot.Condition.OFF, "Cost source", "not set"));
    }

    static Node sources() {
        var box = new VBox();
        box.getStyleClass().add("popover");
        sourceLines().forEach(line -> box.getChildren().add(line.row()));
        return box;
    }

    static Node environments() {
        var strip = new SourceStrip(() -> {});
        strip.show(sourceLines().subList(0, 4));
        var box = new VBox(
                EnvironmentChip.of("prod-eu", EnvironmentChip.Kind.PRODUCTION),
                EnvironmentChip.readOnly("prod-us", EnvironmentChip.Kind.PRODUCTION),
                EnvironmentChip.of("staging-eu", EnvironmentChip.Kind.STAGING),
                row(
                        EnvironmentChip.of("dev", EnvironmentChip.Kind.DEV),
                        EnvironmentChip.of("game day", EnvironmentChip.Kind.SIMULATED)),
                EnvironmentChip.of("incident-118.jml", EnvironmentChip.Kind.FROM_FILE),
                strip);
        box.getStyleClass().add("stack");
        return box;
    }

    static Node actions() {
        var hover = Buttons.plain(does("Hover"));
        hover.pseudoClassStateChanged(PseudoClass.getPseudoClass("hover"), true);
        var focus = Buttons.plain(does("Focus"));
        focus.pseudoClassStateChanged(PseudoClass.getPseudoClass("focus-visible"), true);
        var breaching = new FilterChip(StateLook.BREACHING, "Breaching", 1);
        breaching.setSelected(true);
        var box = new VBox(
                row(
                        Buttons.primary(Icon.UNDO, does("Roll back to v16"), "R"),
                        Buttons.plain(does("Set to 10%")),
                        hover,
                        focus,
                        Buttons.danger(does("Delete silence")),
                        Buttons.ghost(does("Details")),
                        Buttons.icon(Icon.COLUMNS, does("Choose columns"))),
                new BlockedAction(
                        "Promote v17",
                        Sentence.of("The judge says ROLLBACK. A person in group ")
                                .code("ml-owners")
                                .plain(" may override.")),
                new BlockedAction(
                        "Set weight",
                        Sentence.of("You lack ")
                                .code("patch rollouts/status")
                                .plain(" in ")
                                .code("fraud")
                                .plain(".")),
                row(
                        breaching,
                        new FilterChip(StateLook.ATTENTION, "Attention", 3),
                        new FilterChip(StateLook.HEALTHY, "Healthy", 16),
                        new TagChip("region: eu"),
                        new TagChip("!team: edge").removable(() -> {})),
                new SearchField("Filter", "/"),
                new TabStrip("Overview", "Metrics", "Checklist 7/9", "Lineage", "Audit"));
        box.getStyleClass().add("stack");
        return box;
    }

    static Node toasts() {
        var box = new VBox(
                Toast.of(Icon.UNDO, "Rolling back fraud-scorer to v16 in 4 s", "")
                        .left(0.78)
                        .button(does("Cancel"), "Esc"),
                Toast.of(StateLook.HEALTHY, "v16 serves all traffic.", "Fidelity is back over 97% since 14:46.")
                        .link(does("Timeline")),
                Toast.of(StateLook.ATTENTION, "Sent, but no effect after 2 min.", "v17 still serves 25%.")
                        .link(does("What to do")));
        box.getStyleClass().add("stack");
        return box;
    }

    static Node commands() {
        var list = new CommandList("Search or run");
        list.field().setText("rollback fra");
        list.show(List.of(
                new Command(Icon.UNDO, "Roll back", "fraud-scorer to v16", "R", null, () -> {}),
                Command.of(Icon.UNDO, "Roll back", "fraud-rings to v8", () -> {}),
                new Command(Icon.UNDO, "Roll back", "fraud-graph", "", "only one version", () -> {}),
                new Command(Icon.ON_CALL, "", "Go to fraud-scorer", "↵", null, () -> {}),
                Command.of(Icon.BOOK, "", "Runbook: fidelity burn", () -> {}),
                Command.of(Icon.INCIDENTS, "", "Incident 118, fraud-scorer, 3 weeks ago", () -> {})));
        return list;
    }

    static Node empty() {
        return Notice.empty(
                "No releases wait for you",
                "Two rollouts run on their own; the next step is due at 15:10.",
                does("Show all releases"));
    }

    static Node notConnected() {
        return Notice.notConnected(
                "No trace store",
                Sentence.of("Slow requests need Zipkin, Jaeger or Tempo. A Jaeger service was found in ")
                        .code("observability")
                        .plain("."),
                does("Connect Jaeger"));
    }

    static Node error() {
        return Notice.error(
                "Prometheus said no to this query",
                Sentence.of("422: ")
                        .code("label \"model\" missing")
                        .plain(" at 14:31:58. The last good answer, 40 s old, is shown elsewhere."),
                does("Try again"),
                does("Show the request"));
    }

    static Node loading() {
        return Notice.loadingNow("Waiting for MLflow, 3 s. Everything else is here.");
    }

    private static HBox row(Node... nodes) {
        var row = new HBox(nodes);
        row.getStyleClass().add("row");
        return row;
    }

    private static Action does(String words) {
        return new Action(words, () -> {});
    }
}
