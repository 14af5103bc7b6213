package jml.views.frame.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import jml.views.act.Acting;
import jml.views.kit.Command;
import jml.views.kit.screen.FxWork;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.Navigation;
import jml.views.kit.screen.ScreenId;
import jml.views.releases.Releases;
import jml.views.releases.review.ReviewQueue;
import jml.views.sample.FakeActionPath;
import jml.views.sample.FakeApprovals;
import jml.views.sample.FakeTimeline;
import jml.views.sample.SampleFleet;
import jml.views.sample.SampleFleets;
import jml.views.sample.SampleReviews;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {
    private final Navigation navigation = new Navigation(Link.START);
    private final FakeApprovals approvals = new FakeApprovals();
    private final List<String> done = new ArrayList<>();
    private final Verbs verbs = new Verbs(
            screen -> done.add(screen.id()),
            done::add,
            () -> done.add("live"),
            () -> done.add("copy"),
            () -> done.add("theme"),
            window -> done.add(window.toString()));
    private final PaletteViewModel model = new PaletteViewModel(
            new FakeTimeline(SampleFleets.eight().moment()),
            new ReviewQueue(
                    approvals, new FxWork(Runnable::run, Runnable::run), Clock.fixed(SampleFleet.NOON, ZoneOffset.UTC)),
            navigation,
            verbs,
            new Acting(new FakeActionPath(), "on-call", () -> List.of()),
            (proposal, _) -> done.add(proposal.title()));

    @Test
    void aVerbOnAModelOpensTheQuestion() {
        model.commands("rollback fraud").getFirst().run().run();
        model.commands("scale fraud-scorer 12").getFirst().run().run();

        assertThat(done).hasSize(2);
        assertThat(done.getFirst()).startsWith("Roll back fraud-scorer to v16");
        assertThat(done.getLast()).contains("12 replicas");
    }

    @Test
    void aReviewThatWaitsIsOpenedByItsModelsName() {
        approvals.waiting.add(SampleReviews.ready());

        var command = model.commands("review credit").stream()
                .filter(it -> it.verb().equals("Review"))
                .findFirst()
                .orElseThrow();
        command.run().run();

        assertThat(navigation.here()).isEqualTo(Releases.review(Link.START, SampleReviews.ready()));
    }

    @Test
    void emptyItOffersTheWorstModelsFirst() {
        assertThat(words("").subList(0, 3))
                .containsExactly(
                        "Go to fraud-scorer  prod-eu, breaching",
                        "Go to llm-product-search  prod-eu, attention",
                        "Go to chat-moderation  prod-eu, attention");
    }

    @Test
    void choosingAModelGoesThere() {
        first("homepage").run().run();

        assertThat(navigation.here())
                .isEqualTo(Link.START.withEnvironment("prod-eu").withSelection("recs-homepage"));
        assertThat(navigation.canBackProperty().get()).isTrue();
    }

    @Test
    void aVerbThatCannotBeDoneStaysWithItsReason() {
        assertThat(words("live")).contains("Go live: the console is live");

        navigation.adjust(link -> link.withAt(java.time.Instant.EPOCH));
        first("go live").run().run();

        assertThat(done).containsExactly("live");
    }

    @Test
    void whatWasTypedCanBecomeTheFilter() {
        var filter = model.commands("fraud !edge").getLast();
        filter.run().run();

        assertThat(filter.words()).isEqualTo("Filter On-call by fraud !edge");
        assertThat(navigation.here().filter()).isEqualTo("fraud !edge");
    }

    @Test
    void aPastedLinkOpens() {
        first("jml://connections?select=MLflow").run().run();

        assertThat(navigation.here())
                .isEqualTo(Link.START.to(ScreenId.CONNECTIONS).withSelection("MLflow"));
    }

    @Test
    void settingsAreFoundByTheirWords() {
        assertThat(words("24 hours")).contains("Time bar 24 hours");
        assertThat(words("theme")).contains("Switch theme light or dark");
    }

    private Command first(String typed) {
        return model.commands(typed).getFirst();
    }

    private List<String> words(String typed) {
        return model.commands(typed).stream().map(Command::words).toList();
    }
}
