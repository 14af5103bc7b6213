package jml.views.frame.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import jml.core.act.Offer;
import jml.core.act.Proposal;
import jml.core.fleet.Moment;
import jml.core.model.ModelKey;
import jml.core.text.Words;
import jml.views.act.Acting;
import jml.views.act.OfferBar;
import jml.views.act.Propose;
import jml.views.kit.Command;
import jml.views.kit.icon.Icon;

/// Verbs on models: "rollback fraud-scorer", "scale fraud-scorer 12", "silence fraud", "move champion to v17", of the
/// model in sight or of the one named behind it. What is not allowed stays listed
/// with its reason; what is opens the question, and nothing happens before it is confirmed. FX thread.
///
/// @param propose opens the question
record ModelVerbs(Acting acting, Propose propose) {
    private static final Pattern TYPED = Pattern.compile("(\\p{L}+)\\s+(.*?)(?:\\s+(\\d{1,4}))?");

    private static final Pattern MOVE =
            Pattern.compile("move\\s+(\\S+)\\s+to\\s+v?(\\S+)(?:\\s+(?:of\\s+)?(.+))?", Pattern.CASE_INSENSITIVE);

    // Promoting is decided on the release's page, where the judge's word stands.
    private static final Set<Proposal.Purpose> OFFERED =
            Set.of(Proposal.Purpose.ROLL_BACK, Proposal.Purpose.PAUSE, Proposal.Purpose.RESTART);

    /// @param shown the model in sight
    /// @param find models by their name
    List<Command> commands(
            Moment moment, String typed, Optional<ModelKey> shown, Function<String, List<ModelKey>> find) {
        var move = MOVE.matcher(typed.strip());
        if (move.matches()) {
            var models = move.group(3) == null ? shown.stream().toList() : find.apply(move.group(3));
            return models.stream()
                    .flatMap(model -> acting.moveAlias(moment, model, move.group(1), move.group(2)).stream()
                            .map(offer -> command(model, offer)))
                    .toList();
        }
        var match = TYPED.matcher(typed.strip());
        if (!match.matches()) {
            return List.of();
        }
        var verb = match.group(1).toLowerCase(Locale.ROOT);
        var commands = new ArrayList<Command>();
        for (var model : find.apply(match.group(2))) {
            var offers = new ArrayList<Offer>();
            acting.offers(moment, model, Optional.empty()).stream()
                    .filter(it -> OFFERED.contains(it.purpose()))
                    .forEach(offers::add);
            if (match.group(3) != null) {
                acting.scale(moment, model, Integer.parseInt(match.group(3))).ifPresent(offers::add);
            }
            var snapshot = moment.snapshot();
            snapshot.roster().row(model).ifPresent(row -> snapshot.alertsOf(row)
                    .forEach(alert -> offers.addAll(acting.silences(moment, model, alert))));
            offers.stream()
                    .filter(it -> plain(it.label()).startsWith(verb))
                    .forEach(it -> commands.add(command(model, it)));
        }
        return commands;
    }

    private Command command(ModelKey model, Offer offer) {
        var rest = Words.oneLine(model.name(), 60) + "  " + model.environment();
        return new Command(
                switch (offer.purpose()) {
                    case ROLL_BACK -> Icon.UNDO;
                    case SILENCE, EXTEND_SILENCE, EXPIRE_SILENCE -> Icon.SILENCE;
                    case MOVE_ALIAS -> Icon.FLAG;
                    default -> Icon.PLAY;
                },
                offer.label(),
                rest,
                "",
                offer.allowed() ? null : offer.reason(),
                () -> OfferBar.open(offer, "", propose));
    }

    private static String plain(String label) {
        return label.toLowerCase(Locale.ROOT).replace(" ", "");
    }
}
