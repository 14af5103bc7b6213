package jml.engine.act;

import java.util.List;
import java.util.function.Predicate;
import jml.core.act.Proposal;

/// How careful the path is.
///
/// @param questions asked before anything is confirmed and again before it is sent, beside what systems answer
/// @param highRisk what takes a second person
/// @param consent what is brought on record before anything is sent
public record Caution(List<Question> questions, Predicate<Proposal> highRisk, Patience patience, Consent consent) {
    public Caution {
        questions = List.copyOf(questions);
    }
}
