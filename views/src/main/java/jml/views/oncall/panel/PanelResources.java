package jml.views.oncall.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jml.core.fleet.Figure;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Presence;
import jml.core.fleet.Words;
import jml.core.metric.Sli;
import jml.core.model.Arm;

/// What a model uses and costs. What nobody tells is left out.
final class PanelResources {
    private static final double GIB = 1L << 30;

    private PanelResources() {}

    static List<PanelContent.Resource> of(FleetSnapshot snapshot, int row) {
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
                    ofServer(cost) ? "Cost, share of server" : "Cost", Words.value(cost), Sli.COST.unit()));
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

    private static boolean ofServer(Figure figure) {
        return figure.presence() == Presence.SHARED;
    }

    /// At most one decimal, and none that says nothing.
    private static String amount(double value) {
        var text = String.format(Locale.ROOT, "%,.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
