package jml.gameday.act;

import static jml.gameday.act.Stage.workload;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jml.core.act.Check;
import jml.core.act.Offer;
import jml.core.act.Offers;
import jml.core.act.Proposal.Purpose;
import jml.core.act.WorkloadAct.Verb;
import org.junit.jupiter.api.Test;

class OfferedActsTest {
    private final Stage stage = new Stage();
    private final Offers offers = new Offers(UUID::randomUUID, List.of("champion"));

    @Test
    void whatIsOfferedOfAnyModelCanBeSent() {
        var snapshot = stage.snapshot();
        int allowed = 0;
        for (int row = 0; row < snapshot.size(); row++) {
            for (var offer : offers.now(snapshot, row, Optional.empty())) {
                // What a person has paused is resumed first, and the preflight says so.
                boolean later = offer.purpose() == Purpose.PROMOTE_FULLY
                        && !snapshot.model(row).pausedBy().isEmpty();
                if (offer.proposal() != null && !later) {
                    allowed++;
                    for (var act : offer.proposal().acts()) {
                        assertThat(stage.actuator.prepare(act).checks())
                                .as(act.title())
                                .noneMatch(it -> it.outcome() == Check.Outcome.STOPS);
                    }
                }
            }
        }
        assertThat(allowed).isGreaterThan(2 * snapshot.size());
    }

    @Test
    void theCureOfTheBadCanaryIsAnAbortAndThenTheAlias() {
        var cure = offered(Purpose.ROLL_BACK);

        assertThat(cure.label()).isEqualTo("Roll back to v16");
        assertThat(cure.proposal()).isNotNull();
        for (var act : cure.proposal().acts()) {
            stage.done(act);
        }
        stage.later(Duration.ofMinutes(1));
        assertThat(stage.facts().version()).isEqualTo("16");
        assertThat(stage.facts().releasing()).isFalse();
        assertThat(stage.facts().aliases()).containsOnlyKeys("champion");
        assertThat(offered(Purpose.RETRY).label()).isEqualTo("Try v17 again");
    }

    @Test
    void anAbortLastsOnceTheTemplateIsBroughtBack() {
        stage.done(workload(new Verb.Abort(stage.hash("17"))));
        stage.later(Duration.ofMinutes(1));
        var back = offered(Purpose.ROLL_BACK);

        assertThat(back.label()).isEqualTo("Bring back v16");
        assertThat(back.proposal()).isNotNull();
        stage.done(back.proposal().acts().getFirst());

        assertThat(stage.later(Duration.ofMinutes(1)).facts().rollout()).isNull();
    }

    private Offer offered(Purpose purpose) {
        return offers.now(stage.snapshot(), stage.row(), Optional.empty()).stream()
                .filter(it -> it.purpose() == purpose && it.allowed())
                .findFirst()
                .orElseThrow();
    }
}
