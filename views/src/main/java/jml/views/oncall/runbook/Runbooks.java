package jml.views.oncall.runbook;

import java.util.Optional;
import jml.core.alert.Alert;
import jml.core.fleet.Standing;

/// Where runbooks come from. Answers at once; safe from any thread.
public interface Runbooks {
    /// The one for an alert: the one its `runbook` annotation names, else the one its name tells.
    Optional<Runbook> of(Alert alert);

    /// The one for a model's trouble when no alert tells; empty for a model that is well.
    Optional<Runbook> of(Standing standing);
}
