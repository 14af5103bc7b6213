package jml.views.frame;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import jml.views.act.Propose;
import jml.views.connections.ConnectionsScreen;
import jml.views.kit.screen.Screen;
import jml.views.kit.screen.ScreenId;
import jml.views.kit.screen.Surroundings;
import jml.views.oncall.OnCall;
import jml.views.oncall.panel.PanelPorts;
import jml.views.releases.Releases;
import jml.views.releases.review.ReviewQueue;

/// How each screen is made, when it is first opened.
final class Screens {
    private Screens() {}

    static Map<ScreenId, Supplier<Screen>> makers(
            Ports ports, ReviewQueue queue, Surroundings around, Propose propose) {
        var makers = new EnumMap<ScreenId, Supplier<Screen>>(ScreenId.class);
        var panel = new PanelPorts(
                ports.timeline(), ports.history(), ports.rulings(), ports.acting(), ports.runbooks(), ports.currency());
        makers.put(ScreenId.ON_CALL, () -> OnCall.screen(panel, ports.ticks(), propose, around));
        makers.put(
                ScreenId.RELEASES,
                () -> Releases.screen(
                        ports.timeline(),
                        ports.rulings(),
                        ports.acting(),
                        ports.approvals(),
                        ports.audit(),
                        ports.comparisons(),
                        queue,
                        around,
                        propose));
        makers.put(
                ScreenId.CONNECTIONS,
                () -> ConnectionsScreen.of(ports.timeline(), ports.connections().get(), around));
        return makers;
    }
}
