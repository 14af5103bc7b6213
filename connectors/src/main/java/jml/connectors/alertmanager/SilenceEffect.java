package jml.connectors.alertmanager;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jml.core.act.Effect;
import jml.core.act.Effect.Fact;
import jml.core.act.Effect.State;
import jml.core.act.Sighting;
import jml.core.act.SilenceAct;
import jml.core.act.SilenceAct.Verb;
import jml.core.alert.Alert;
import jml.core.alert.Silence;

/// How far an act on a silence has come.
///
/// @param firing by the same peer
record SilenceEffect(SilenceAct act, Sighting before, List<Alert> firing, Instant now) {
    SilenceEffect {
        firing = List.copyOf(firing);
    }

    /// @param found the silence that the act made or is about
    Effect of(Optional<Silence> found) {
        return switch (act.verb()) {
            case Verb.Create _ -> found.map(this::created).orElseGet(() -> absent("there is no silence of this act"));
            case Verb.Extend extend ->
                found.map(it -> extended(it, extend.endsAt())).orElseGet(() -> undone("the silence is gone"));
            // A silence that is not even kept any more has ended.
            case Verb.Expire _ ->
                found.map(this::expired).orElseGet(() -> new Effect(State.REACHED, List.of(fact("It has ended", ""))));
        };
    }

    private Effect created(Silence silence) {
        if (silence.state() == Silence.State.EXPIRED) {
            return undone("silence " + silence.id() + " was ended at " + silence.endsAt());
        }
        var facts = new ArrayList<Fact>();
        facts.add(fact("Silence " + silence.id() + " is there", silence.state().name()));
        if (silence.state() == Silence.State.PENDING) {
            return new Effect(State.REACHED, facts);
        }
        var covered =
                firing.stream().filter(alert -> silence.covers(alert.labels())).toList();
        long held = covered.stream()
                .filter(alert -> alert.silencedBy().contains(silence.id()))
                .count();
        boolean all = held == covered.size();
        facts.add(new Fact("Its alerts are held back", held + "/" + covered.size(), all ? now : null));
        return new Effect(all ? State.REACHED : State.UNDER_WAY, facts);
    }

    private Effect extended(Silence silence, Instant endsAt) {
        // Alertmanager keeps milliseconds.
        if (Duration.between(silence.endsAt(), endsAt).abs().compareTo(Duration.ofSeconds(1)) < 0) {
            return new Effect(
                    State.REACHED,
                    List.of(fact(
                            "It ends later", before.fields().getOrDefault("endsAt", "?") + " → " + silence.endsAt())));
        }
        if (silence.state() == Silence.State.EXPIRED) {
            return undone("the silence was ended at " + silence.endsAt() + "; an extension would be a new one");
        }
        return silence.endsAt().toString().equals(before.fields().get("endsAt"))
                ? absent("it ends at " + silence.endsAt() + ", as before")
                : undone("somebody else made it end at " + silence.endsAt());
    }

    private Effect expired(Silence silence) {
        return silence.state() == Silence.State.EXPIRED
                ? new Effect(
                        State.REACHED,
                        List.of(fact("It has ended", silence.endsAt().toString())))
                : absent("it is " + silence.state() + " until " + silence.endsAt());
    }

    private Fact fact(String what, String value) {
        return new Fact(what, value, now);
    }

    private Effect absent(String what) {
        return new Effect(State.ABSENT, List.of(new Fact(what, "", null)));
    }

    private Effect undone(String how) {
        return new Effect(State.UNDONE, List.of(fact(how, "")));
    }
}
