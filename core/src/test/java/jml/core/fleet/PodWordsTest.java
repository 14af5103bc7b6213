package jml.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import jml.core.metric.Currency;
import org.junit.jupiter.api.Test;

class PodWordsTest {
    @Test
    void whomARestartHitsBesidesIsNamed() {
        assertThat(PodWords.radius(roster(2, "addons", "size"), 0)).isEqualTo("A restart also hits size.");
        assertThat(PodWords.radius(roster(6, "a", "b", "c", "d", "e", "f"), 2))
                .isEqualTo("A restart also hits a, b, d and 2 more.");
    }

    @Test
    void aServerOfOneModelIsNotSpokenOf() {
        assertThat(PodWords.radius(roster(1, "addons", "size"), 0)).isEmpty();
    }

    @Test
    void theSentenceAboutUnwellPodsSaysIt() {
        var scene = new Scene().problem(0, "CrashLoopBackOff", 4);
        scene.hosted = 2;
        var alone = scene.snapshot();
        var other = new Scene();
        other.name = "size-advice";
        other.hosted = 2;
        var roster = new Roster(List.of(scene.facts(), other.facts()));
        var both = new FleetSnapshot(
                alone.at(),
                alone.origin(),
                alone.environments(),
                roster,
                new Figures.Builder(2).build(),
                List.of(alone.standing(0), alone.standing(0)),
                List.of(),
                new int[0],
                alone.sources(),
                List.of());

        assertThat(new Sentences(java.time.ZoneOffset.UTC, Currency.UNKNOWN)
                        .of(both, 0)
                        .detail())
                .endsWith("A restart also hits size-advice.");
    }

    private static Roster roster(int hosted, String... names) {
        return new Roster(Stream.of(names)
                .map(name -> {
                    var scene = new Scene();
                    scene.name = name;
                    scene.hosted = hosted;
                    return scene.facts();
                })
                .toList());
    }
}
