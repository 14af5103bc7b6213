package jml.core.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import org.junit.jupiter.api.Test;

class RosterTest {
    private static ModelFacts model(String name, String candidate) {
        var scene = new Scene();
        scene.name = name;
        scene.candidate = candidate;
        return scene.facts();
    }

    private final Roster roster = new Roster(List.of(model("a", ""), model("b", "2"), model("c", ""), model("d", "9")));

    @Test
    void armsFollowTheRowsOfModelsThatAreReleasing() {
        assertThat(roster.subjects()).isEqualTo(8);
        assertThat(roster.subject(0, Arm.ALL)).isEqualTo(0);
        assertThat(roster.subject(0, Arm.BASELINE)).isEqualTo(-1);
        assertThat(roster.subject(0, Arm.CANARY)).isEqualTo(-1);
        assertThat(roster.subject(1, Arm.BASELINE)).isEqualTo(4);
        assertThat(roster.subject(1, Arm.CANARY)).isEqualTo(5);
        assertThat(roster.subject(3, Arm.CANARY)).isEqualTo(7);
    }

    @Test
    void everySubjectLeadsBackToItsRow() {
        for (int row = 0; row < roster.size(); row++) {
            for (var arm : Arm.values()) {
                int subject = roster.subject(row, arm);
                if (subject >= 0) {
                    assertThat(roster.rowOf(subject)).isEqualTo(row);
                }
            }
        }
    }

    @Test
    void aKeyLeadsToItsRow() {
        assertThat(roster.row(new ModelKey(Scene.PROD, "c"))).hasValue(2);
        assertThat(roster.row(new ModelKey("staging", "c"))).isEmpty();
    }

    @Test
    void aReleaseChangesTheLayoutAndAnotherVersionDoesNot() {
        var same = new Roster(List.of(model("a", ""), model("b", "3"), model("c", ""), model("d", "9")));
        var other = new Roster(List.of(model("a", "1"), model("b", "2"), model("c", ""), model("d", "9")));
        var moved = new Roster(List.of(model("a", ""), model("b", ""), model("c", "2"), model("d", "9")));

        assertThat(roster.sameLayout(same)).isTrue();
        assertThat(roster.sameLayout(other)).isFalse();
        assertThat(roster.sameLayout(moved)).isFalse();
    }

    @Test
    void aModelIsThereOnce() {
        assertThatThrownBy(() -> new Roster(List.of(model("a", ""), model("a", "2"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keysAreOrderedByNameThenEnvironment() {
        assertThat(List.of(new ModelKey("prod", "b"), new ModelKey("staging", "a"), new ModelKey("prod", "a")).stream()
                        .sorted())
                .containsExactly(new ModelKey("prod", "a"), new ModelKey("staging", "a"), new ModelKey("prod", "b"));
    }
}
