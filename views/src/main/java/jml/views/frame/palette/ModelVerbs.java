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

/// Verbs on models: "rollback fraud-scorer", "restart fraud", "scale fraud-scorer 12". What is not allowed stays listed
/// with its reason; what is opens the question, and nothing happens before it is confirmed. FX thread.
///
/// @param propose opens the question
record ModelVerbs(Acting acting, Propose propose) {
    private static final Pattern TYPED = Pattern.compile("(\\p{L}+)\\s+(.*?)(?:\\s+(\\d{1,4}))?");

    // Promoting is decided on the release's page, where the judge's word stands.
    private static final Set<Proposal.Purpose> OFFERED =
            Set.of(Proposal.Purpose.ROLL_BACK, Proposal.Purpose.PAUSE, Proposal.Purpose.RESTART);

    /// @param find models by their name
    List<Command> commands(Moment moment, String typed, Function<String, List<ModelKey>> find) {
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
            offers.stream()
                    .filter(it -> plain(it.label()).startsWith(verb))
                    .forEach(it -> commands.add(command(model, it)));
        }
        return commands;
    }

    private Command command(ModelKey model, Offer offer) {
        var rest = Words.oneLine(model.name(), 60) + "  " + model.environment();
        return new Command(
                offer.purpose() == Proposal.Purpose.ROLL_BACK ? Icon.UNDO : Icon.PLAY,
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
