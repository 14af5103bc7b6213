package jml.views.screens;

import java.util.Map;
import java.util.function.Supplier;
import jml.core.approval.PendingReview;
import jml.core.fleet.FleetEvent;
import jml.core.source.SourceException;
import jml.views.kit.screen.Link;
import jml.views.kit.screen.ScreenId;
import jml.views.releases.Releases;
import jml.views.sample.SampleConsole;
import jml.views.sample.SampleEvents;
import jml.views.sample.SampleFleets;
import jml.views.sample.SampleReviews;

/// The states of the reviewer's page.
final class ReviewStates {
    private static final Link HERE = Releases.review(Link.START, SampleReviews.ready());

    private ReviewStates() {}

    static void into(Map<String, Supplier<SampleConsole>> states) {
        states.put("releases-queue", ReviewStates::queue);
        states.put(
                "releases-page-trust",
                () -> waiting(Releases.page(Link.START, SampleReviews.CREDIT), SampleReviews.denied()));
        states.put("review-ready", () -> waiting(HERE, SampleReviews.ready()));
        states.put("review-denied", () -> waiting(HERE, SampleReviews.denied()));
        states.put("review-own", () -> waiting(HERE, SampleReviews.own()));
        states.put("review-stranger", () -> waiting(HERE, SampleReviews.stranger()));
        states.put("review-gone", () -> NamedStates.releases(HERE));
        states.put("review-failed", ReviewStates::failed);
        states.put(
                "review-five-thousand",
                () -> put(new SampleConsole(SampleFleets.thousands(5000).moment(), HERE), SampleReviews.ready()));
    }

    private static SampleConsole queue() {
        var console = waiting(Link.START.to(ScreenId.RELEASES), SampleReviews.ready());
        console.timeline
                .event(SampleEvents.of(
                        FleetEvent.Kind.ROLLOUT, "11:21:00", "account-takeover", "v14 serves all traffic."))
                .event(SampleEvents.of(
                        FleetEvent.Kind.ROLLBACK, "12:42:00", "warm-pool-sizing", "Canary v11 was taken back."));
        return console;
    }

    private static SampleConsole failed() {
        var console = NamedStates.releases(HERE);
        console.approvals.failure =
                new SourceException("MLflow", SourceException.Kind.UNREACHABLE, "connect timed out after 5 s");
        return console;
    }

    private static SampleConsole waiting(Link link, PendingReview review) {
        return put(NamedStates.releases(link), review);
    }

    private static SampleConsole put(SampleConsole console, PendingReview review) {
        console.approvals.waiting.add(review);
        return console;
    }
}
