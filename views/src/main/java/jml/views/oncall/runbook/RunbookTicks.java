package jml.views.oncall.runbook;

import java.util.Set;
import jml.core.model.ModelKey;

/// Which steps of a runbook were done, kept for each model and runbook. FX thread.
public interface RunbookTicks {
    /// Indexes of the ticked steps, counted from the top of the runbook.
    Set<Integer> ticked(ModelKey model, String runbook);

    void tick(ModelKey model, String runbook, int step, boolean done);
}
