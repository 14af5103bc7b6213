package jml.gameday.plan;

import jml.gameday.catalogue.Catalogue;
import jml.gameday.catalogue.SimulatedModel;
import jml.gameday.chance.Chance;

/// What happens in the default fleet around its opening: one canary that has gone bad, a few models that need a
/// look, some trouble of the last days that is over, and releases as usual before and after.
public final class Stories {
    private Stories() {}

    /// @param number of the model in its fleet, from 0
    public static Story of(SimulatedModel model, int number, long seed, Span span) {
        var told = new Telling(model, span);
        if (number < Catalogue.namedCount()) {
            tell(model, told, seed);
        } else {
            GeneratedStories.tell(model, number - Catalogue.namedCount(), told);
        }
        return told.story();
    }

    private static void tell(SimulatedModel model, Telling told, long seed) {
        switch (model.name()) {
            case "fraud-scorer" -> badCanary(told);
            case "llm-product-search" -> told.suffers(-5.2, Effect.slower(1.3)).suffers(-30, Effect.drifting(0.08, 0));
            case "chat-moderation" ->
                told.candidate(-1.6, 32, 0.1)
                        .candidate(0.7, 32, 0.25)
                        .candidate(1.7, 32, 0.5)
                        .promote(2.7)
                        .suffers(-1.1, 3, Effect.slower(1.24));
            case "recs-homepage" -> told.suffers(-48, 30, Effect.drifting(0, 0.105));
            case "edge-shelf-vision" -> told.suffers(-0.15, Effect.SILENT);
            case "price-elasticity" -> told.suffers(-7 / 60.0, Effect.FROZEN);
            case "triage-paediatric" -> told.candidate(-5, 4, 0.05);
            case "credit-underwriting" ->
                told.candidate(-50, 8, 0.05)
                        .candidate(-38, 8, 0.25)
                        .candidate(-26, 8, 0.5)
                        .paused(-24, "held at 50% until the credit board has met");
            case "cart-upsell" ->
                told.candidate(-9, 42, 0.05)
                        .candidate(-6, 42, 0.25)
                        .candidate(-3, 42, 0.5)
                        .promote(2);
            case "search-ranking" -> searchRanking(told);
            default -> pastTrouble(model, told, seed);
        }
    }

    /// The problem to find. Version 17 reads a feature view that changes shape soon after it is raised; 16 does not.
    private static void badCanary(Telling told) {
        told.replicas(-72, 14)
                .replicas(-82 / 60.0, 16)
                .candidate(-72 / 60.0, 17, 0.05)
                .candidate(-47 / 60.0, 17, 0.1)
                .candidate(-28 / 60.0, 17, 0.25)
                .suffers(-26.3 / 60, Double.POSITIVE_INFINITY, "17", Effect.disagreeing(0.0925));
    }

    private static void searchRanking(Telling told) {
        told.from(75)
                .release(-62, 76)
                .candidate(-2, 77, 0.05)
                .candidate(-0.8, 77, 0.1)
                .candidate(1.2, 77, 0.25)
                .candidate(2.2, 77, 0.5)
                .promote(3.2);
    }

    private static void pastTrouble(SimulatedModel model, Telling told, long seed) {
        switch (model.name()) {
            case "recs-similar-items" ->
                told.candidate(-31, 59, 0.05)
                        .candidate(-30.2, 59, 0.25)
                        .suffers(-31, Double.POSITIVE_INFINITY, "59", Effect.disagreeing(0.06))
                        .rollBack(-29.6);
            case "review-toxicity" -> told.suffers(-27, -26.5, Effect.missingFeatures(0.03));
            case "card-testing-guard" ->
                told.suffers(-8, -7, Effect.busier(1.9)).replicas(-7.8, 10).replicas(-5, 4);
            case "autoscale-forecast" -> told.suffers(-50, -49.4, Effect.coldStarts(0.06));
            default -> usual(model, told, seed);
        }
    }

    /// A release every two or three days, before the opening and after it.
    private static void usual(SimulatedModel model, Telling told, long seed) {
        long stream = Chance.hash(seed, Chance.hash(model.name()), 7);
        int now = Integer.parseInt(model.version());
        double last = -60 + 50 * Chance.unit(stream);
        told.from(now - 1).release(last, now);
        double next = last;
        for (int version = now + 1; ; version++) {
            next += 44 + 40 * Chance.unit(Chance.hash(stream, version, 1));
            if (next > Span.FUTURE.toHours() - 4) {
                return;
            }
            if (next > 1) {
                told.release(next, version);
            }
        }
    }
}
