package jml.views.act;

import java.util.List;
import jml.core.act.Check;
import jml.core.act.DryRun;
import jml.core.model.Environment;
import jml.views.kit.icon.Icon;

/// What the sheet of an act shows, in words, prepared off the FX thread.
sealed interface ActContent {
    Head head();

    /// @param title a question while it may still be answered with no: "Roll back fraud-scorer to v16?"
    record Head(Icon icon, String title, Environment environment) {}

    /// The checks are being asked.
    record Asking(Head head) implements ActContent {}

    /// They could not be asked.
    record Failed(Head head, String why) implements ActContent {}

    /// All checks have answered.
    ///
    /// @param sentence what will happen
    /// @param trialNote "accepted by the server · 1 field, then 2 effects of the controller"
    /// @param tally "9 ready, 1 to know"
    /// @param at when they answered: "14:32:31, again when you press"
    /// @param obstacle why the button stays off; empty when it lives
    /// @param typed what must be typed to go on; empty when nothing
    record Asked(
            Head head,
            String sentence,
            String trialNote,
            List<TrialLine> trial,
            String tally,
            List<CheckLine> checks,
            String at,
            String obstacle,
            String typed,
            String button)
            implements ActContent {}

    record TrialLine(DryRun.Kind kind, String text) {}

    record CheckLine(Check.Outcome outcome, String subject, String finding, List<String> steps) {}

    /// Confirmed, and not sent yet.
    ///
    /// @param left of the grace, 0..1
    /// @param request what will be sent, a line each; empty when it is not known any more
    record Counting(Head head, String sentence, double left, List<String> request, String intent)
            implements ActContent {}

    /// Sent; its effect is being read.
    ///
    /// @param elapsed since it was confirmed
    /// @param note what else is so now: a hold; may be empty
    record Watched(Head head, String elapsed, List<FactLine> facts, String note) implements ActContent {}

    /// @param time when it was so; empty while it is not
    record FactLine(boolean done, String time, String what, String value) {}

    /// Over.
    ///
    /// @param text may be empty
    record Ended(Head head, Tone tone, String text, List<FactLine> facts, List<Way> ways) implements ActContent {}

    enum Tone {
        QUIET,
        GOOD,
        CAREFUL,
        BAD,
        OPEN
    }

    /// What one may do at the end.
    enum Way {
        LOOK_AGAIN("Look again"),
        FINISH("Do the rest now"),
        LEAVE("Leave it, with a reason");

        private final String words;

        Way(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }
}
