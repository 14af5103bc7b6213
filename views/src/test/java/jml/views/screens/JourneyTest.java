package jml.views.screens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import jml.core.fleet.ModelState;
import jml.core.fleet.Moment;
import jml.core.fleet.Recent;
import jml.core.model.Environment;
import jml.views.kit.FilterChip;
import jml.views.kit.Fx;
import jml.views.kit.ScreenText;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.ScreenId;
import jml.views.kit.theme.Theme;
import jml.views.sample.FakeTimeline;
import jml.views.sample.SampleConsole;
import jml.views.sample.SampleEvents;
import jml.views.sample.SampleFleet;
import jml.views.sample.SampleFleets;
import jml.views.sample.SampleReviews;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// What a person does, with real keys and clicks on real nodes.
class JourneyTest {
    private final FxRobot robot = new FxRobot();
    private SampleConsole console;
    private Stage stage;

    @BeforeAll
    static void robotOfThePlatform() {
        System.setProperty("testfx.robot", "glass");
    }

    @BeforeEach
    void open() {
        Fx.run(() -> {
            var live = new Moment(
                    SampleFleets.twentyFour().snapshot(),
                    SampleFleets.twentyFour().recent(),
                    true);
            var calm = new SampleFleet(SampleFleet.NOON.minus(Duration.ofHours(4)))
                    .environment(SampleFleet.PROD, Environment.Stage.PRODUCTION);
            calm.model("fraud-scorer").version("16").figures(61, 99.97, 98.4, 0.1, 400);
            var timeline = SampleEvents.into(new FakeTimeline(live))
                    .recorded(new Moment(calm.snapshot(), Recent.none(SampleFleet.NOON), true));
            console = new SampleConsole(timeline, Link.START, SampleFleet.NOON.plusSeconds(6));
            stage = Fx.show(console.frame.root(), Theme.DARK, 1000, 700);
            console.frame.show();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() {
        Fx.run(stage::close);
    }

    @Test
    void filterThenChooseWithTheKeyboard() {
        robot.push(KeyCode.SLASH);
        robot.write("recs");
        robot.push(KeyCode.ENTER);
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.DOWN);

        assertThat(link().filter()).isEqualTo("recs");
        assertThat(link().selection()).startsWith("recs-");
        assertThat(text(".model-panel")).contains(link().selection());
    }

    @Test
    void aCounterNarrowsTheTable() {
        robot.clickOn(chip("Attention"));

        assertThat(link().states()).isEqualTo(Set.of(ModelState.ATTENTION));
        assertThat(text(".fleet-table")).contains("Needs attention  3").doesNotContain("The rest");
    }

    @Test
    void scrubIntoThePastAndReturn() {
        var track = node(".time-track");
        robot.clickOn(track);

        assertThat(link().at()).isNotNull();
        assertThat(text(".banner-past")).contains("You see the fleet as it was");
        assertThat(console.timeline.cursor()).isEqualTo(link().at());

        robot.push(KeyCode.ESCAPE);
        assertThat(link().at()).isNull();
        assertThat(console.timeline.cursor()).isNull();
    }

    @Test
    void thePaletteGoesToAModelAndBackReturns() {
        robot.push(KeyCode.CONTROL, KeyCode.K);
        robot.write("chargeback");
        robot.push(KeyCode.ENTER);
        assertThat(link().selection()).isEqualTo("chargeback-risk");

        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(link().selection()).isEqualTo("fraud-scorer");
    }

    @Test
    void keysLeadToTheScreens() {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT9);
        assertThat(link().screen()).isEqualTo(ScreenId.CONNECTIONS);
        assertThat(text(".connections")).contains("Sources 4");

        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(link().screen()).isEqualTo(ScreenId.ON_CALL);
    }

    @Test
    void aWrongAddressIsSaidUnderItsField() {
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT9);
        Fx.run(() -> console.frame.open(link().withSelection("MLflow")));
        WaitForAsyncUtils.waitForFxEvents();
        Fx.run(() -> ((TextField) node("#field-address")).setText("mlflow"));
        robot.clickOn("Save");

        assertThat(text(".source-form")).contains("An address starts with http:// or https://.");
        assertThat(console.connections.kept).hasSize(4);
    }

    @Test
    void approveTheWaitingReviewFromTheQueueAndSeeTheDecision() {
        Fx.run(() -> console.approvals.waiting.add(SampleReviews.ready()));
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT4);
        robot.clickOn("Review");
        assertThat(link().section()).isEqualTo("review");

        Fx.run(() -> node(".review-reason").requestFocus());
        robot.write("No group is worse off");
        robot.clickOn("Sign and approve");

        assertThat(text(".review-done")).contains("Approved by M.S.");
        assertThat(console.approvals.wishes).singleElement().satisfies(wish -> assertThat(wish.reason())
                .isEqualTo("No group is worse off"));
        robot.push(KeyCode.ALT, KeyCode.LEFT);
        assertThat(link().section()).isEmpty();
    }

    private Link link() {
        WaitForAsyncUtils.waitForFxEvents();
        return Fx.call(console.frame::link);
    }

    private String text(String selector) {
        WaitForAsyncUtils.waitForFxEvents();
        return Fx.call(() -> {
            console.frame.root().applyCss();
            console.frame.root().layout();
            return ScreenText.of(node(selector));
        });
    }

    private Node node(String selector) {
        var found = console.frame.root().lookup(selector);
        if (found == null) {
            throw new AssertionError("nothing is " + selector);
        }
        return found;
    }

    private Node chip(String word) {
        return ((Parent) node(".counter-bar"))
                .getChildrenUnmodifiable().stream()
                        .filter(it ->
                                it instanceof FilterChip chip && chip.getText().equals(word))
                        .findFirst()
                        .orElseThrow();
    }
}
