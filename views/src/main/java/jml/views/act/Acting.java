package jml.views.act;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jml.core.act.ActionPath;
import jml.core.act.Offer;
import jml.core.act.Offers;
import jml.core.alert.Alert;
import jml.core.fleet.Moment;
import jml.core.judge.Ruling;
import jml.core.model.ModelKey;

/// What screens need to change something: the way there, and whose name the journal keeps.
///
/// @param servingAliases aliases that say which version should serve, as the profile in use names them; any thread
public record Acting(ActionPath path, String actor, Supplier<List<String>> servingAliases) {
    /// How long a silence from here lasts, and how much an extended one still has.
    public static final Duration SILENCED = Duration.ofHours(2);

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
        return at(moment, model, (offers, row) -> offers.scale(moment.snapshot(), row, replicas));
    }

    /// Pointing an alias of the registry at a version; empty in the past.
    public Optional<Offer> moveAlias(Moment moment, ModelKey model, String alias, String version) {
        return at(moment, model, (offers, row) -> offers.moveAlias(moment.snapshot(), row, alias, version));
    }

    /// Each alias of a model that points elsewhere than at what serves or is on its way, moved there; empty in the
    /// past.
    public List<Offer> aliases(Moment moment, ModelKey model) {
        var row = moment.snapshot().roster().row(model);
        if (!moment.live() || row.isEmpty()) {
            return List.of();
        }
        var facts = moment.snapshot().model(row.getAsInt());
        var offers = new ArrayList<Offer>();
        new TreeMap<>(facts.aliases()).forEach((alias, at) -> Stream.of(facts.candidate(), facts.version())
                .filter(version -> !version.isEmpty() && !version.equals(at))
                .distinct()
                .forEach(version -> moveAlias(moment, model, alias, version).ifPresent(offers::add)));
        return List.copyOf(offers);
    }

    /// What may be done about an alert's silence: one for [#SILENCED] when it has none, else more time and its end.
    /// What it would hit stands in the question. Empty in the past.
    public List<Offer> silences(Moment moment, ModelKey model, Alert alert) {
        var offers = new ArrayList<Offer>();
        var until = moment.snapshot().at().truncatedTo(ChronoUnit.MINUTES).plus(SILENCED);
        if (alert.silencedBy().isEmpty()) {
            at(moment, model, (made, row) -> made.silence(moment.snapshot(), row, alert, until, "Being worked on"))
                    .ifPresent(offers::add);
        }
        for (var silence : alert.silencedBy()) {
            at(moment, model, (made, row) -> made.extend(moment.snapshot(), row, alert, silence, until))
                    .ifPresent(offers::add);
            at(moment, model, (made, row) -> made.expire(moment.snapshot(), row, alert, silence))
                    .ifPresent(offers::add);
        }
        return List.copyOf(offers);
    }

    private Optional<Offer> at(Moment moment, ModelKey model, BiFunction<Offers, Integer, Offer> offer) {
        var row = moment.snapshot().roster().row(model);
        return moment.live() && row.isPresent()
                ? Optional.of(offer.apply(new Offers(() -> NONE, servingAliases.get()), row.getAsInt()))
                : Optional.empty();
    }
}
