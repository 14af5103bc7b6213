package jml.views.releases;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import jml.core.fleet.FleetEvent;
import jml.core.model.ModelKey;
import jml.core.text.Words;

/// When the traffic of a model's canary reached which share, as far as events tell. Pure.
public final class ReachedShares {
    private static final Pattern SHARE = Pattern.compile("(\\d+(?:\\.\\d+)?%)\\.?$");

    private final List<FleetEvent> events;
    private final Instant now;
    private final ZoneId zone;

    /// @param events oldest first; those of other models and later than `now` are ignored
    public ReachedShares(ModelKey model, List<FleetEvent> events, Instant now, ZoneId zone) {
        this.events = events.stream()
                .filter(it -> model.equals(it.model()) && !it.at().isAfter(now))
                .filter(it -> it.kind() == FleetEvent.Kind.WEIGHT || it.kind() == FleetEvent.Kind.DEPLOY)
                .toList();
        this.now = now;
        this.zone = zone;
    }

    /// The time at which traffic came to this share last: "13:02"; empty when no event tells.
    public String when(String share) {
        return events.stream()
                .filter(it -> share(it.text()).equals(share))
                .reduce((_, later) -> later)
                .map(it -> time(it.at()))
                .orElse("");
    }

    /// Short, for its place is narrow: within a day the hour says which instant it was, before that the day does.
    private String time(Instant at) {
        var lately = at.isAfter(now.minus(Duration.ofDays(1)));
        return lately ? Words.time(at, at, zone) : Words.time(at, now, zone);
    }

    /// The share of traffic that an event's text ends with: "25%"; empty when it ends otherwise.
    public static String share(String text) {
        var last = SHARE.matcher(text);
        return last.find() ? last.group(1) : "";
    }
}
