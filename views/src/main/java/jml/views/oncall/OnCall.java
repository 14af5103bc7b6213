package jml.views.oncall;

import jml.core.fleet.Timeline;
import jml.core.metric.MetricHistory;
import jml.views.kit.screen.FxWork;
import jml.views.kit.screen.Navigation;
import jml.views.kit.screen.Screen;

/// Puts the On-call screen together.
public final class OnCall {
    private OnCall() {}

    public static Screen screen(Timeline timeline, MetricHistory history, Navigation navigation, FxWork work) {
        return new OnCallView(new OnCallViewModel(timeline, navigation, work));
    }
}
