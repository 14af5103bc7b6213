package jml.views.oncall.panel;

import java.util.function.Supplier;
import jml.core.fleet.Timeline;
import jml.core.judge.Rulings;
import jml.core.metric.Currency;
import jml.core.metric.MetricHistory;
import jml.views.act.Acting;
import jml.views.oncall.runbook.Runbooks;

/// What the panel asks.
public record PanelPorts(
        Timeline timeline,
        MetricHistory history,
        Rulings rulings,
        Acting acting,
        Runbooks runbooks,
        Supplier<Currency> currency) {}
