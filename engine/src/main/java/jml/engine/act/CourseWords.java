package jml.engine.act;

import jml.core.act.Effect;
import jml.core.act.Proposal;
import jml.core.act.Receipt;
import jml.core.text.Words;

/// What is said of a course in one sentence.
final class CourseWords {
    private CourseWords() {}

    /// What is so once all of it has taken effect, without the full stop.
    static String reached(Proposal proposal) {
        return switch (proposal.purpose()) {
            case ROLL_BACK, PROMOTE_FULLY -> Words.version(proposal.to()) + " serves all traffic";
            default -> "Done: " + lower(proposal.title());
        };
    }

    static String refused(Receipt.Refused refused) {
        var why =
                switch (refused.reason()) {
                    case MOVED_ON -> "The server refused: the target moved on";
                    case FORBIDDEN -> "The server refused: this person may not";
                    case GONE -> "The target is gone";
                    case INVALID -> "The server refused what was asked";
                    case UNAVAILABLE -> "The server did not take it";
                };
        return why + " (" + refused.status() + "). " + sentence(refused.message()) + "Nothing changed.";
    }

    static String unknown(String message) {
        return "Unknown: " + sentence(message)
                + "Reading goes on until it is known whether it took effect. It is not sent again.";
    }

    /// What an effect waits for, or what undid it; empty when it has no fact.
    static String lastFact(Effect effect) {
        var open = effect.facts().stream().filter(fact -> !fact.done()).findFirst();
        var fact = open.orElse(effect.facts().isEmpty() ? null : effect.facts().getLast());
        return fact == null ? "" : fact.what() + (fact.value().isEmpty() ? "" : ": " + fact.value());
    }

    static String sentence(String text) {
        var line = Words.oneLine(text, 200);
        if (line.isEmpty()) {
            return "";
        }
        return line.endsWith(".") || line.endsWith("…") ? line + " " : line + ". ";
    }

    private static String lower(String title) {
        return title.isEmpty() ? title : Character.toLowerCase(title.charAt(0)) + title.substring(1);
    }
}
