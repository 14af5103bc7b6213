package jml.views.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import jml.core.fleet.ModelState;
import jml.core.fleet.Moment;
import jml.core.fleet.Standing;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.Environment;
import jml.core.release.Rollout;
import jml.views.kit.screen.Link;
import jml.views.kit.table.CellText;
import jml.views.kit.table.FleetColumns;
import jml.views.kit.table.FleetLine;
import jml.views.sample.SampleFleet;
import jml.views.sample.SampleFleets;
import org.junit.jupiter.api.Test;

class OnCallContentsTest {
    @Test
    void whatNeedsAttentionStandsAboveWorstFirst() {
        assertThat(lines(content(SampleFleets.eight().moment(), Link.START)))
                .containsExactly(
                        "Needs attention 6, worst first",
                        "fraud-scorer",
                        "llm-product-search",
                        "chat-moderation",
                        "recs-homepage",
                        "edge-shelf-vision",
                        "price-elasticity",
                        "The rest 2",
                        "triage-paediatric",
                        "credit-underwriting");
    }

    @Test
    void tooLittleDataNeedsAttentionOnlyWhenAReleaseWaitsForIt() {
        var fleet = SampleFleet.production();
        var waits = fleet.model("waits").version("3").canary("4", 0.05).figures(50, 100, 98, 0.1, 3);
        waits.state(ModelState.TOO_LITTLE_DATA, Standing.Cause.FEW_EVENTS, Sli.FIDELITY, Arm.CANARY);
        waits.rollout(new Rollout(
                Rollout.Phase.PAUSED,
                "",
                List.of(),
                0,
                0.05,
                Rollout.PauseReason.INCONCLUSIVE,
                null,
                false,
                true,
                List.of()));
        fleet.model("quiet")
                .figures(50, 100, 98, 0.1, 3)
                .state(ModelState.TOO_LITTLE_DATA, Standing.Cause.FEW_EVENTS, Sli.FIDELITY, Arm.ALL);

        assertThat(lines(content(fleet.moment(), Link.START)))
                .containsExactly("Needs attention 1", "waits", "The rest 1", "quiet");
    }

    @Test
    void aRowShowsTheWorseArm() {
        var row = row(SampleFleets.eight(), "fraud-scorer");

        assertThat(row.fidelity().text()).isEqualTo(new CellText("90.70", CellText.Tone.BREACHING));
        assertThat(row.p95().text().text()).isEqualTo("84");
        assertThat(row.success().text().text()).isEqualTo("99.970");
    }

    @Test
    void theFigureThatIsNearItsLineIsColouredWhereAttentionIsNeeded() {
        var row = row(SampleFleets.eight(), "recs-homepage");

        assertThat(row.drift().text().tone()).isEqualTo(CellText.Tone.ATTENTION);
        assertThat(row.p95().text().tone()).isEqualTo(CellText.Tone.PLAIN);
    }

    @Test
    void tooFewEventsStandAsTheirCount() {
        assertThat(row(SampleFleets.eight(), "triage-paediatric").fidelity().text())
                .isEqualTo(new CellText("n 84", CellText.Tone.DIM));
    }

    @Test
    void aStaleRowIsDimAndSaysHowOldItIs() {
        var row = row(SampleFleets.eight(), "price-elasticity");

        assertThat(row.stateWord().word()).isEqualTo("Stale 7 min");
        assertThat(row.p95().text().tone()).isEqualTo(CellText.Tone.DIM);
    }

    @Test
    void noValueIsADash() {
        assertThat(row(SampleFleets.eight(), "edge-shelf-vision").traffic().text())
                .isEqualTo(CellText.NONE);
    }

    @Test
    void filterAndStateNarrowTheRowsAndCountersCountAll() {
        var content = content(
                SampleFleets.twentyFour().moment(),
                Link.START.withFilter("s !edge !chat").withStates(Set.of(ModelState.ATTENTION, ModelState.STALE)));

        assertThat(lines(content))
                .containsExactly(
                        "Needs attention 3, worst first", "llm-product-search", "recs-homepage", "price-elasticity");
        assertThat(content.counts()).containsEntry(ModelState.HEALTHY, 16).containsEntry(ModelState.BREACHING, 1);
    }

    @Test
    void oneEnvironmentIsShownAtATimeProductionFirst() {
        var fleet = new SampleFleet(SampleFleet.NOON)
                .environment("dev", Environment.Stage.DEVELOPMENT)
                .environment("prod", Environment.Stage.PRODUCTION);
        fleet.model("dev", "only-dev").figures(1, 100, 99, 0, 1);
        fleet.model("prod", "only-prod").figures(1, 100, 99, 0, 1);

        assertThat(lines(content(fleet.moment(), Link.START))).containsExactly("All 1", "only-prod");
        assertThat(lines(content(fleet.moment(), Link.START.withEnvironment("dev"))))
                .containsExactly("All 1", "only-dev");
    }

    @Test
    void aColumnOrdersWithinItsGroupAndRowsWithoutAValueComeLast() {
        var content = OnCallContents.of(
                SampleFleets.eight().moment(),
                new OnCallRequest(Link.START, new FleetColumns.Order(OnCallColumns.P95, false), List.of(), List.of()));

        assertThat(lines(content).subList(1, 7))
                .containsExactly(
                        "price-elasticity",
                        "recs-homepage",
                        "fraud-scorer",
                        "chat-moderation",
                        "llm-product-search",
                        "edge-shelf-vision");
    }

    @Test
    void rowsStandStillWhileAPersonIsInTheTable() {
        var before = List.of("chat-moderation", "fraud-scorer", "recs-homepage");

        var content = OnCallContents.of(
                SampleFleets.eight().moment(), new OnCallRequest(Link.START, null, before, List.of()));

        assertThat(lines(content).subList(0, 5))
                .containsExactly(
                        "Needs attention 6, order held while you are here",
                        "chat-moderation",
                        "llm-product-search",
                        "fraud-scorer",
                        "recs-homepage");
        assertThat(content.held()).isTrue();
    }

    @Test
    void newTroubleStandsOnTopEvenWhileRowsStandStill() {
        var content = OnCallContents.of(
                SampleFleets.eight().moment(),
                new OnCallRequest(
                        Link.START,
                        null,
                        List.of("recs-homepage", "chat-moderation"),
                        List.of("credit-underwriting", "fraud-scorer", "triage-paediatric")));

        assertThat(lines(content))
                .startsWith("Needs attention 6, order held while you are here", "fraud-scorer", "llm-product-search")
                .endsWith("The rest 2", "credit-underwriting", "triage-paediatric");
    }

    @Test
    void aRowWhoseLineStandsStillIsEqualToTheOneBefore() {
        assertThat(row(SampleFleets.eight(), "recs-homepage")).isEqualTo(row(SampleFleets.eight(), "recs-homepage"));
    }

    @Test
    void theWarningNamesTheSilentSource() {
        var warning = content(SampleFleets.eight().moment(), Link.START).warning();

        assertThat(warning)
                .isEqualTo(new OnCallContent.Warning(
                        "Alertmanager eu last answered 4 min ago.",
                        "New alerts may be missing here.",
                        "Alertmanager eu"));
    }

    private static OnCallContent content(Moment moment, Link link) {
        return OnCallContents.of(moment, new OnCallRequest(link, null, List.of(), List.of()));
    }

    private static OnCallRow row(SampleFleet fleet, String name) {
        return content(fleet.moment(), Link.START).lines().stream()
                .filter(FleetLine.Row.class::isInstance)
                .map(line -> ((FleetLine.Row<OnCallRow>) line).value())
                .filter(row -> row.id().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> lines(OnCallContent content) {
        return content.lines().stream()
                .map(line -> switch (line) {
                    case FleetLine.Group<OnCallRow> group -> group.title() + " " + group.note();
                    case FleetLine.Row<OnCallRow> row -> row.key();
                })
                .toList();
    }
}
