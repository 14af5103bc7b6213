package jml.views.sample;

import java.time.Instant;
import jml.core.fleet.FleetEvent;
import jml.core.model.ModelKey;

/// What happened in the hours of the drawings.
public final class SampleEvents {
    private SampleEvents() {}

    public static FakeTimeline into(FakeTimeline timeline) {
        return timeline.event(of(FleetEvent.Kind.DEPLOY, "09:06:00", "recs-homepage", "v112 serves"))
                .event(of(FleetEvent.Kind.DEPLOY, "09:48:00", "cart-upsell", "v41 serves"))
                .event(of(FleetEvent.Kind.TICKET_STARTED, "10:09:00", "llm-product-search", "LatencyHigh fires"))
                .event(of(FleetEvent.Kind.TICKET_ENDED, "10:37:00", "llm-product-search", "LatencyHigh ended"))
                .event(of(
                        FleetEvent.Kind.REGISTRY,
                        "11:21:00",
                        "chat-moderation",
                        "Alias champion moved from v30 to v31"))
                .event(of(FleetEvent.Kind.PAGE_STARTED, "11:46:00", "chat-moderation", "SuccessLow fires"))
                .event(of(FleetEvent.Kind.PAGE_ENDED, "11:57:00", "chat-moderation", "SuccessLow ended"))
                .event(of(FleetEvent.Kind.DEPLOY, "13:20:00", "fraud-scorer", "Canary v17 began to serve at 5%."))
                .event(of(FleetEvent.Kind.WEIGHT, "13:45:00", "fraud-scorer", "Canary v17 raised from 5% to 10%."))
                .event(of(FleetEvent.Kind.ACT, "13:52:00", "recs-homepage", "Silenced DriftHigh for 2 h"))
                .event(of(FleetEvent.Kind.WEIGHT, "14:09:00", "fraud-scorer", "Canary v17 raised from 10% to 25%."))
                .event(of(FleetEvent.Kind.STATE, "14:11:00", "fraud-scorer", "Healthy → Breaching"));
    }

    public static FleetEvent of(FleetEvent.Kind kind, String time, String model, String text) {
        var at = Instant.parse("2026-11-11T" + time + "Z");
        var alert = kind.name().endsWith("_STARTED") || kind.name().endsWith("_ENDED");
        return new FleetEvent(
                kind + time + model,
                kind,
                at,
                at,
                new ModelKey(SampleFleet.PROD, model),
                text,
                "Kubernetes",
                alert ? model + "/" + text.substring(0, text.indexOf(' ')) : "");
    }
}
