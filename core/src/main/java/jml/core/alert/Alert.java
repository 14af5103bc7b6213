package jml.core.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// One alert that is firing, as its source tells it.
///
/// @param fingerprint identity given by the source; two alerts with one fingerprint are the same
/// @param source name of the source in the profile
/// @param startsAt when the condition began, by the source's clock
/// @param silencedBy ids of the silences that hold it back; empty when none
/// @param inhibitedBy fingerprints of the alerts that hold it back
/// @param mutedBy names of the time intervals in which nobody is told; empty when none, or when the source is too
///     old to say
public record Alert(
        String fingerprint,
        String source,
        String name,
        Severity severity,
        Instant startsAt,
        Map<String, String> labels,
        Map<String, String> annotations,
        List<String> silencedBy,
        List<String> inhibitedBy,
        List<String> mutedBy) {

    /// Pages before tickets, then the one that has fired longest; the fingerprint only makes the order total.
    public static final Comparator<Alert> MOST_URGENT_FIRST =
            Comparator.comparing(Alert::severity).thenComparing(Alert::startsAt).thenComparing(Alert::fingerprint);

    /// A page wakes a person, a ticket waits for office hours.
    public enum Severity {
        PAGE,
        TICKET
    }

    public Alert {
        if (fingerprint.isBlank()) {
            throw new IllegalArgumentException("alert without a fingerprint: " + name);
        }
        labels = Map.copyOf(labels);
        annotations = Map.copyOf(annotations);
        silencedBy = List.copyOf(silencedBy);
        inhibitedBy = List.copyOf(inhibitedBy);
        mutedBy = List.copyOf(mutedBy);
    }

    /// True when something holds it back, so that nobody is told.
    public boolean suppressed() {
        return !silencedBy.isEmpty() || !inhibitedBy.isEmpty() || !mutedBy.isEmpty();
    }

    /// Zero when the source's clock runs ahead of ours: an operator must never read "-3 s".
    public Duration age(Instant now) {
        var age = Duration.between(startsAt, now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    /// Empty when the alert has no runbook.
    public String runbookUrl() {
        return annotations.getOrDefault("runbook_url", annotations.getOrDefault("runbook", ""));
    }

    /// What the alert says about itself; its name when it says nothing.
    public String summary() {
        return annotations.getOrDefault("summary", annotations.getOrDefault("description", name));
    }
}
