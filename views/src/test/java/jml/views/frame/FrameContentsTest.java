package jml.views.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.Moment;
import jml.core.model.Environment;
import jml.core.source.SourceException;
import jml.core.source.SourceKind;
import jml.views.kit.EnvironmentChip;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.ScreenId;
import jml.views.sample.SampleEvents;
import jml.views.sample.SampleFleet;
import jml.views.sample.SampleFleets;
import org.junit.jupiter.api.Test;

class FrameContentsTest {
    private static final Instant NOW = SampleFleet.NOON.plusSeconds(6);

    private final FrameContents contents = new FrameContents(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void productionIsNamedAndItsBreachingModelsCounted() {
        var content = of(SampleFleets.eight().moment(), Link.START);

        assertThat(content.place().kind()).isEqualTo(EnvironmentChip.Kind.PRODUCTION);
        assertThat(content.breaching()).isEqualTo(1);
        assertThat(content.live().words() + " " + content.live().age()).isEqualTo("Live 6 s ago");
        assertThat(content.banners()).isEmpty();
    }

    @Test
    void anOldSnapshotIsNotCalledLive() {
        var late = new FrameContents(Clock.fixed(NOW.plus(Duration.ofHours(3)), ZoneOffset.UTC));

        var live = late.of(SampleFleets.eight().moment(), Link.START, "", List.of())
                .live();

        assertThat(live.words() + " " + live.age()).isEqualTo("Last seen 3 h ago");
    }

    @Test
    void thePastSaysWhenAndThatActionsAreOff() {
        var late = new FrameContents(Clock.fixed(NOW.plus(Duration.ofHours(3)), ZoneOffset.UTC));

        var banners = late.of(SampleFleets.eight().moment(), Link.START.withAt(SampleFleet.NOON), "", List.of())
                .banners();

        assertThat(banners)
                .containsExactly(new FrameContent.Notice(
                        FrameContent.Notice.Kind.PAST,
                        "14:32, 3 h ago.",
                        "You see the fleet as it was. Actions are off."));
    }

    @Test
    void thePastOffersWhatHappenedNextToTheSelectedModel() {
        var later = List.of(
                SampleEvents.of(FleetEvent.Kind.DEPLOY, "14:35:00", "cart-upsell", "v43 serves"),
                SampleEvents.of(FleetEvent.Kind.ROLLBACK, "14:41:00", "fraud-scorer", "Rolled back to v16"));
        var link = Link.START.withAt(SampleFleet.NOON).withSelection("fraud-scorer");

        var banner = contents.of(SampleFleets.eight().moment(), link, "", later)
                .banners()
                .getFirst();

        assertThat(banner.next())
                .isEqualTo(new NextEvent("Rolled back to v16 at 14:41", Instant.parse("2026-11-11T14:41:00Z")));
    }

    @Test
    void noMoreThanTwoBannersTheGravestFirst() {
        var fleet = SampleFleets.simulated();
        fleet.silent("Prometheus", SourceKind.METRICS, null, SourceException.Kind.UNREACHABLE, "refused");

        var banners = contents.of(
                        fleet.moment(),
                        Link.START.withAt(SampleFleet.NOON).to(ScreenId.CONNECTIONS),
                        "The disk is full.",
                        List.of())
                .banners();

        assertThat(banners)
                .extracting(FrameContent.Notice::kind)
                .containsExactly(FrameContent.Notice.Kind.PAST, FrameContent.Notice.Kind.RECORDING);
    }

    @Test
    void whenNoSourceAnswersItIsSaidOnce() {
        var fleet = SampleFleet.production()
                .silent("A", SourceKind.METRICS, Duration.ofMinutes(9), SourceException.Kind.UNREACHABLE, "x")
                .silent("B", SourceKind.ALERTS, Duration.ofMinutes(4), SourceException.Kind.UNREACHABLE, "x");

        assertThat(of(fleet.moment(), Link.START).banners())
                .containsExactly(new FrameContent.Notice(
                        FrameContent.Notice.Kind.SILENT, "No source answers.", "You see what was known 4 min ago."));
    }

    @Test
    void theSimulationIsSaidOnEveryScreenButNotBesideTheWelcome() {
        var moment = SampleFleets.simulated().moment();

        assertThat(of(moment, Link.START).banners()).isEmpty();
        assertThat(of(moment, Link.START.withSelection("cart-upsell")).banners())
                .extracting(FrameContent.Notice::lead)
                .containsExactly("Simulated fleet.");
        assertThat(of(moment, Link.START.to(ScreenId.CONNECTIONS)).banners())
                .extracting(FrameContent.Notice::lead)
                .containsExactly("The fleet on the other screens is simulated");
    }

    @Test
    void sourcesAreThoseOfTheShownEnvironment() {
        var fleet = new SampleFleet(SampleFleet.NOON)
                .environment("prod", Environment.Stage.PRODUCTION)
                .live("P", SourceKind.METRICS, 1)
                .environment("dev", Environment.Stage.DEVELOPMENT);

        assertThat(of(fleet.moment(), Link.START).sources()).hasSize(1);
        assertThat(of(fleet.moment(), Link.START.withEnvironment("dev")).sources())
                .isEmpty();
    }

    private FrameContent of(Moment moment, Link link) {
        return contents.of(moment, link, "", List.of());
    }
}
