package jml.views.oncall.panel;

import java.util.ArrayList;
import java.util.List;
import jml.core.fleet.Figure;
import jml.core.fleet.FigureWords;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Presence;
import jml.core.metric.Currency;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.text.Words;

/// What a model uses and costs. What nobody tells is left out.
final class PanelResources {
    private static final double GIB = 1L << 30;

    private PanelResources() {}

    static List<PanelContent.Resource> of(FleetSnapshot snapshot, int row, Currency currency) {
        var facts = snapshot.model(row);
        var asked = facts.resources();
        var pods = facts.pods();
        var resources = new ArrayList<PanelContent.Resource>();
        var used = snapshot.figure(row, Arm.ALL, Sli.UTILISATION);
        if (used.measured()) {
            resources.add(new PanelContent.Resource(
                    ofServer(used) ? "Server in use" : "Utilisation",
                    Words.number(Sli.UTILISATION.displayed(used.value()), 0),
                    "%"));
        }
        var cost = snapshot.figure(row, Arm.ALL, Sli.COST);
        if (cost.measured()) {
            resources.add(new PanelContent.Resource(
                    ofServer(cost) ? "Cost, share of server" : "Cost",
                    FigureWords.value(cost, currency),
                    Sli.COST.unit() + budget(facts, cost, currency)));
        }
        if (pods.desired() > 0 || pods.total() > 0) {
            resources.add(new PanelContent.Resource(
                    "Replicas ready", Words.count(pods.ready()), " of " + Words.count(pods.desired())));
            resources.add(new PanelContent.Resource("Restarts", Words.count(pods.restarts()), ""));
        }
        if (asked.gpus() > 0) {
            resources.add(new PanelContent.Resource("GPUs asked", amount(asked.gpus()), ""));
        }
        if (asked.cpuCores() > 0) {
            resources.add(new PanelContent.Resource("CPU asked", amount(asked.cpuCores()), " cores"));
        }
        if (asked.memoryBytes() > 0) {
            resources.add(new PanelContent.Resource("Memory asked", amount(asked.memoryBytes() / GIB), " GiB"));
        }
        return resources;
    }

    private static String budget(ModelFacts facts, Figure cost, Currency currency) {
        return facts.objective(Sli.COST)
                .map(it -> ", budget " + currency.amount(it.line(cost.value())))
                .orElse("");
    }

    private static boolean ofServer(Figure figure) {
        return figure.presence() == Presence.SHARED;
    }

    /// At most one decimal, and none that says nothing.
    private static String amount(double value) {
        return Words.plain(Words.number(value, 1));
    }
}
