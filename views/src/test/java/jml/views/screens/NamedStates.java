package jml.views.screens;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import jml.core.act.Check;
import jml.core.act.Course;
import jml.core.act.Preflight;
import jml.core.alert.Alert;
import jml.core.fleet.FleetEvent;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelState;
import jml.core.fleet.Moment;
import jml.core.fleet.Origin;
import jml.core.fleet.Recent;
import jml.core.fleet.Standing;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.model.ModelKey;
import jml.core.source.SourceException;
import jml.core.source.SourceHealth;
import jml.core.source.SourceKind;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.ScreenId;
import jml.views.releases.Releases;
import jml.views.sample.FakeTimeline;
import jml.views.sample.SampleActs;
import jml.views.sample.SampleConsole;
import jml.views.sample.SampleEvents;
import jml.views.sample.SampleFleet;
import jml.views.sample.SampleFleets;

/// Every state of the console that has a picture and a text golden.
final class NamedStates {
    private static final Link CONNECTIONS = Link.START.to(ScreenId.CONNECTIONS);
    private static final Link RELEASES = Link.START.to(ScreenId.RELEASES);

    private NamedStates() {}

    static Map<String, Supplier<SampleConsole>> all() {
        var states = new LinkedHashMap<String, Supplier<SampleConsole>>();
        states.put("oncall-eight", () -> new SampleConsole(SampleFleets.eight().moment(), Link.START));
        states.put(
                "oncall-twenty-four",
                () -> new SampleConsole(SampleFleets.twentyFour().moment(), Link.START));
        states.put(
                "oncall-five-thousand",
                () -> new SampleConsole(SampleFleets.thousands(5000).moment(), Link.START));
        states.put(
                "oncall-welcome",
                () -> new SampleConsole(SampleFleets.simulated().moment(), Link.START));
        states.put("oncall-nothing-connected", NamedStates::nothingConnected);
        states.put("oncall-waiting", NamedStates::waiting);
        states.put("oncall-all-healthy", NamedStates::allHealthy);
        states.put("oncall-one-breaching", NamedStates::oneBreaching);
        states.put("oncall-past", NamedStates::past);
        states.put("oncall-too-little-data", () -> selected("triage-paediatric"));
        states.put("oncall-no-data", () -> selected("edge-shelf-vision"));
        states.put("oncall-stale", () -> selected("price-elasticity"));
        states.put("oncall-paused", () -> selected("credit-underwriting"));
        states.put("oncall-model-gone", () -> selected("no-such-model"));
        states.put("oncall-no-source-answers", NamedStates::noSourceAnswers);
        states.put("oncall-hostile-names", NamedStates::hostileNames);
        states.put(
                "oncall-filtered-away",
                () -> new SampleConsole(
                        SampleFleets.eight().moment(),
                        Link.START.withFilter("zzz").withSelection("fraud-scorer")));
        states.put("oncall-chart-failed", NamedStates::chartFailed);
        states.put("releases-board", () -> releases(RELEASES));
        states.put("releases-page", () -> releases(Releases.page(Link.START, SampleActs.FRAUD)));
        ReviewStates.into(states);
        CompareStates.into(states);
        AuditStates.into(states);
        states.put("confirm-asked", () -> confirm(SampleActs.ready()));
        states.put(
                "confirm-stopped",
                () -> confirm(SampleActs.preflight(List.of(
                        Check.stops(Check.Subject.TARGET, "step was 2, is 3", List.of("Look at what changed")),
                        Check.unanswered(Check.Subject.GITOPS, "the owner could not be read")))));
        states.put("confirm-counting", () -> confirm(SampleActs.counting(SampleFleet.NOON.plusSeconds(5))));
        states.put("confirm-effect", () -> confirm(SampleActs.watching()));
        states.put(
                "confirm-back",
                () -> confirm(SampleActs.ended(
                        Course.Ending.BACK,
                        "v16 serves all traffic; fidelity is back. Over 97% for 5 min since 14:36.")));
        states.put(
                "confirm-not-back",
                () -> confirm(
                        SampleActs.ended(
                                Course.Ending.NOT_BACK,
                                "v16 serves all traffic; fidelity is not back. 10 min after, still 91.2%. The cause is probably elsewhere.")));
        states.put(
                "confirm-half-done",
                () -> confirm(SampleActs.ended(
                        Course.Ending.HALF_DONE,
                        "Half done: traffic is on v16, the alias is not moved. MLflow refused (503).")));
        states.put(
                "confirm-unknown",
                () -> confirm(
                        SampleActs.ended(
                                Course.Ending.UNKNOWN,
                                "Unknown: the connection was cut after sending. Reading every 5 s whether it took effect. It is not sent again.")));
        states.put(
                "confirm-refused",
                () -> confirm(SampleActs.ended(
                        Course.Ending.REFUSED,
                        "The server refused: the rollout moved on. 409, it is now 88120466. Nothing changed.")));
        states.put(
                "confirm-cancelled",
                () -> confirm(SampleActs.ended(
                        Course.Ending.NOT_SENT, "Cancelled, nothing was sent. The journal keeps it: intent 4,182.")));
        states.put("releases-page-gone", () -> releases(Releases.page(Link.START, new ModelKey("prod-eu", "gone"))));
        states.put(
                "releases-none",
                () -> new SampleConsole(SampleFleet.production().moment(), RELEASES));
        states.put(
                "connections-sources",
                () -> new SampleConsole(
                        SampleFleets.twentyFour().moment(), CONNECTIONS.withSelection("Alertmanager eu")));
        states.put(
                "connections-mapping",
                () -> new SampleConsole(SampleFleets.twentyFour().moment(), CONNECTIONS.withSection("mapping")));
        states.put(
                "connections-new",
                () -> new SampleConsole(SampleFleets.twentyFour().moment(), CONNECTIONS.withSelection(" new")));
        states.put(
                "connections-simulated",
                () -> new SampleConsole(SampleFleets.simulated().moment(), CONNECTIONS));
        return states;
    }

    private static SampleConsole confirm(Preflight preflight) {
        var console = releases(Releases.page(Link.START, SampleActs.FRAUD));
        console.path.answering(preflight);
        console.frame.propose(SampleActs.ROLL_BACK, "Judge says ROLLBACK");
        return console;
    }

    private static SampleConsole confirm(Course course) {
        var console = releases(Releases.page(Link.START, SampleActs.FRAUD));
        console.path.running(course);
        console.frame.propose(SampleActs.ROLL_BACK, "Judge says ROLLBACK");
        return console;
    }

    static SampleConsole releases(Link link) {
        var console = new SampleConsole(SampleFleets.twentyFour().moment(), link);
        console.rulings
                .disagreeing("fraud-scorer", 0.093)
                .disagreeing("chat-moderation", 0.016)
                .disagreeing("credit-underwriting", 0.016);
        return console;
    }

    private static SampleConsole selected(String model) {
        return new SampleConsole(SampleFleets.eight().moment(), Link.START.withSelection(model));
    }

    private static SampleConsole nothingConnected() {
        var empty = FleetSnapshot.empty(SampleFleet.NOON, Origin.LIVE);
        return new SampleConsole(new Moment(empty, Recent.none(SampleFleet.NOON), true), Link.START);
    }

    private static SampleConsole waiting() {
        var fleet = SampleFleet.production();
        fleet.source(new SourceHealth(
                "Prometheus eu",
                SampleFleet.PROD,
                SourceKind.METRICS,
                SourceHealth.State.WAITING,
                Duration.ofSeconds(15),
                null,
                null,
                null,
                List.of()));
        return new SampleConsole(fleet.moment(), Link.START);
    }

    private static SampleConsole allHealthy() {
        var fleet = SampleFleet.production().live("Prometheus eu", SourceKind.METRICS, 6);
        fleet.model("account-takeover").version("14").figures(39, 99.99, 98.1, 0.04, 92);
        return new SampleConsole(fleet.moment(), Link.START);
    }

    private static SampleConsole oneBreaching() {
        var fleet = SampleFleet.production().live("Prometheus eu", SourceKind.METRICS, 6);
        fleet.model("search-ranking")
                .version("76")
                .figures(412, 99.98, 97.5, 0.09, 1210)
                .strain(2.06)
                .finding("Alias champion points at v75, which was deleted.")
                .state(ModelState.BREACHING, Standing.Cause.OBJECTIVE_MISSED, Sli.LATENCY_P95, Arm.ALL);
        return new SampleConsole(fleet.moment(), Link.START);
    }

    private static SampleConsole past() {
        var live = new Moment(
                new SampleFleet(SampleFleet.NOON.plus(Duration.ofHours(3)))
                        .environment(SampleFleet.PROD, jml.core.model.Environment.Stage.PRODUCTION)
                        .snapshot(),
                Recent.none(SampleFleet.NOON),
                true);
        var timeline = SampleEvents.into(new FakeTimeline(live))
                .recorded(SampleFleets.twentyFour().moment())
                .event(SampleEvents.of(FleetEvent.Kind.ROLLBACK, "14:41:00", "fraud-scorer", "Rolled back to v16"));
        return new SampleConsole(
                timeline,
                Link.START.withSelection("fraud-scorer").withAt(SampleFleet.NOON),
                SampleFleet.NOON.plus(Duration.ofHours(3)));
    }

    private static SampleConsole noSourceAnswers() {
        var fleet = SampleFleet.production()
                .silent(
                        "Prometheus eu",
                        SourceKind.METRICS,
                        Duration.ofMinutes(11),
                        SourceException.Kind.UNREACHABLE,
                        "connection refused")
                .silent("MLflow", SourceKind.REGISTRY, null, SourceException.Kind.SIGN_IN_NEEDED, "HTTP 401");
        fleet.model("price-elasticity")
                .version("22")
                .figures(48, 99.99, 98.4, 0.05, 33)
                .stale(660);
        return new SampleConsole(fleet.moment(), Link.START);
    }

    private static SampleConsole hostileNames() {
        var fleet = SampleFleet.production().live("Prometheus eu", SourceKind.METRICS, 6);
        for (var name : List.of(
                "quote\"and'apostrophe",
                "line\nbreak\ttab",
                "\u202Eright-to-left",
                "<b>html</b> & co",
                "x".repeat(10_000))) {
            fleet.model(name)
                    .version("1")
                    .figures(20, 99.99, 98, 0.01, 5)
                    .alert(Alert.Severity.TICKET, name, name, 60)
                    .state(ModelState.ATTENTION, Standing.Cause.TICKET_FIRING, null, Arm.ALL);
        }
        fleet.unmatched(name(200), "nothing\nmatches", "rule: \"" + name(300) + "\"");
        return new SampleConsole(fleet.moment(), Link.START.withSelection("line\nbreak\ttab"));
    }

    private static String name(int length) {
        return "n".repeat(length);
    }

    private static SampleConsole chartFailed() {
        var console = new SampleConsole(SampleFleets.eight().moment(), Link.START.withSelection("fraud-scorer"));
        console.history.failure =
                new SourceException("Prometheus eu", SourceException.Kind.UNREACHABLE, "connect timed out after 5 s");
        return console;
    }
}
