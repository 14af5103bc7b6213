package jml.core.act;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jml.core.alert.Silence;
import jml.core.model.ModelKey;

/// A change of what an alert source keeps quiet about.
public record SilenceAct(UUID id, ModelKey model, String source, Verb verb) implements Act {

    public sealed interface Verb {
        /// @param comment why, in the person's words; the act's id is added to it, so that a lost answer can be found
        record Create(List<Silence.Matcher> matchers, Instant startsAt, Instant endsAt, String comment)
                implements Verb {
            public Create {
                matchers = List.copyOf(matchers);
                if (matchers.isEmpty()) {
                    throw new IllegalArgumentException("a silence without a matcher would silence everything");
                }
                if (!endsAt.isAfter(startsAt)) {
                    throw new IllegalArgumentException("the silence ends at " + endsAt + ", before it begins");
                }
            }
        }

        record Extend(String silence, Instant endsAt) implements Verb {}

        record Expire(String silence) implements Verb {}
    }

    @Override
    public SilenceAct withId(UUID id) {
        return new SilenceAct(id, model, source, verb);
    }

    @Override
    public String title() {
        return switch (verb) {
            case Verb.Create create -> "Silence " + model.name() + " until " + create.endsAt();
            case Verb.Extend extend -> "Extend silence " + extend.silence() + " to " + extend.endsAt();
            case Verb.Expire expire -> "End silence " + expire.silence();
        };
    }
}
