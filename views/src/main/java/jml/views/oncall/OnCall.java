package jml.views.oncall;

import jml.core.fleet.Timeline;
import jml.core.metric.MetricHistory;
import jml.views.kit.screen.Screen;
import jml.views.kit.screen.ScreenId;
import jml.views.kit.screen.Surroundings;
import jml.views.oncall.panel.PanelViewModel;
import jml.views.oncall.runbook.RunbookTicks;
import jml.views.oncall.runbook.Runbooks;
import jml.views.welcome.WelcomePanel;

/// Puts the On-call screen together.
public final class OnCall {
    /// The section of Connections that lists what belongs to no model.
    private static final String MAPPING = "mapping";

    private OnCall() {}

    public static Screen screen(
            Timeline timeline, MetricHistory history, Runbooks runbooks, RunbookTicks ticks, Surroundings around) {
        var navigation = around.navigation();
        var table = new OnCallViewModel(timeline, navigation, around.work());
        var panel = new PanelViewModel(
                timeline, history, navigation, runbooks, around.work(), around.clock(), around.currency());
        Runnable toSources = () -> navigation.go(navigation.here().to(ScreenId.CONNECTIONS));
        Runnable toMapping =
                () -> navigation.go(navigation.here().to(ScreenId.CONNECTIONS).withSection(MAPPING));
        var beside = new BesideTable(() -> new WelcomePanel(table::selectFirst, toSources));
        return new OnCallView(table, panel, ticks, beside, around, toSources, toMapping);
    }
}
