package jml.views.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import jml.core.fleet.Moment;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.views.kit.Fx;
import jml.views.kit.ScreenText;
import jml.views.kit.screen.Link;
import jml.views.kit.theme.Theme;
import jml.views.sample.SampleConsole;
import jml.views.sample.SampleFleets;
import org.junit.jupiter.api.Test;

/// A refresh of 5,000 rows fills the nodes that are there, makes none, and orders them anew.
class RefreshWorkTest {
    @Test
    void aRefreshOfFiveThousandRowsMakesNoNodes() {
        var made = Fx.call(() -> {
            var console = new SampleConsole(SampleFleets.thousands(5000).moment(), Link.START);
            Fx.scene(console.frame.root(), Theme.DARK, 1440, 900);
            console.frame.show();
            lay(console);
            refresh(console, 0.4);
            var before = nodes(console);
            refresh(console, 0.9);
            refresh(console, 0.2);
            var after = nodes(console);
            after.removeAll(before);
            return new ArrayList<>(after);
        });

        assertThat(made).isEmpty();
    }

    @Test
    void theWorstStandFirstWhileNobodyIsInTheTable() {
        var text = Fx.call(() -> {
            var console = new SampleConsole(SampleFleets.thousands(5000).moment(), Link.START);
            Fx.scene(console.frame.root(), Theme.DARK, 1440, 900);
            console.frame.show();
            lay(console);
            worsen(console);
            return ScreenText.of(console.frame.root().lookup(".fleet-table"));
        });

        assertThat(text).contains("85, worst first");
        assertThat(text.indexOf("edge-nl-14")).isBetween(0, text.indexOf("fraud-fr-11"));
    }

    /// One that was not the worst of the breaching ones becomes it.
    private static void worsen(SampleConsole console) {
        var fleet = SampleFleets.thousands(5000);
        fleet.models().stream()
                .filter(model -> model.facts().key().name().equals("edge-nl-14"))
                .forEach(model -> model.strain(3.2));
        console.timeline.publish(new Moment(fleet.snapshot(), fleet.recent(), true));
        lay(console);
    }

    private static void refresh(SampleConsole console, double strain) {
        var fleet = SampleFleets.thousands(5000);
        fleet.models().forEach(model -> model.strain(strain).value(Arm.ALL, Sli.COST, 40 + 9 * strain, -1));
        console.timeline.publish(new Moment(fleet.snapshot(), fleet.recent(), true));
        lay(console);
    }

    private static Set<Node> nodes(SampleConsole console) {
        Set<Node> nodes = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(console.frame.root(), nodes);
        assertThat(nodes).hasSizeGreaterThan(200);
        return nodes;
    }

    private static void collect(Node node, Set<Node> nodes) {
        nodes.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, nodes));
        }
    }

    private static void lay(SampleConsole console) {
        console.frame.root().applyCss();
        console.frame.root().layout();
    }
}
