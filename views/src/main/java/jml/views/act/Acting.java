package jml.views.act;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import jml.core.act.ActionPath;
import jml.core.act.Offer;
import jml.core.act.Offers;
import jml.core.fleet.Moment;
import jml.core.judge.Ruling;
import jml.core.model.ModelKey;

/// What screens need to change something: the way there, and whose name the journal keeps.
///
/// @param servingAliases aliases that say which version should serve, as the profile in use names them; any thread
public record Acting(ActionPath path, String actor, Supplier<List<String>> servingAliases) {
    // What is only offered has no identity yet, so that two moments that offer the same are equal.
    private static final UUID NONE = new UUID(0, 0);

    /// What may be done with a model at a moment; nothing in the past.
    public List<Offer> offers(Moment moment, ModelKey model, Optional<Ruling> ruling) {
        var snapshot = moment.snapshot();
        var row = snapshot.roster().row(model);
        return moment.live() && row.isPresent()
                ? new Offers(() -> NONE, servingAliases.get()).now(snapshot, row.getAsInt(), ruling)
                : List.of();
    }

    /// Changing the number of replicas of what serves; empty in the past.
    public Optional<Offer> scale(Moment moment, ModelKey model, int replicas) {
        var snapshot = moment.snapshot();
        var row = snapshot.roster().row(model);
        return moment.live() && row.isPresent()
                ? Optional.of(new Offers(() -> NONE, servingAliases.get()).scale(snapshot, row.getAsInt(), replicas))
                : Optional.empty();
    }
}
