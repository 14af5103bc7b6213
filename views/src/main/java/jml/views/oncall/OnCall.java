package jml.views.oncall;

import jml.views.act.Propose;
import jml.views.kit.screen.Screen;
import jml.views.kit.screen.ScreenId;
import jml.views.kit.screen.Surroundings;
import jml.views.oncall.panel.PanelPorts;
import jml.views.oncall.panel.PanelViewModel;
import jml.views.oncall.runbook.RunbookTicks;
import jml.views.welcome.WelcomePanel;

/// Puts the On-call screen together.
public final class OnCall {
    private OnCall() {}

    public static Screen screen(PanelPorts ports, RunbookTicks ticks, Propose propose, Surroundings around) {
        var navigation = around.navigation();
        var table = new OnCallViewModel(ports.timeline(), navigation, around.work());
        var panel = new PanelViewModel(ports, navigation, around.work(), around.clock());
        Runnable toSources = () -> navigation.go(navigation.here().to(ScreenId.CONNECTIONS));
        var beside = new BesideTable(() -> new WelcomePanel(table::selectFirst, toSources));
        return new OnCallView(table, panel, ticks, propose, beside, around);
    }
}
