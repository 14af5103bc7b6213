package jml.core.act;

import java.util.UUID;
import jml.core.model.ModelKey;

/// One change in one system, complete enough to be sent, written down, and found again after a crash. Immutable.
public sealed interface Act permits WorkloadAct, RegistryAct, SilenceAct {
    /// Made when the act is proposed. Stands in the journal, and in the change itself where the system has room for it.
    UUID id();

    /// The same change under another id: as what a person confirms anew.
    Act withId(UUID id);

    /// The row of the fleet that it is about.
    ModelKey model();

    /// Name, in the profile, of the source through which it is sent.
    String source();

    /// For people, as an order: "Abort the rollout of fraud-scorer".
    String title();
}
