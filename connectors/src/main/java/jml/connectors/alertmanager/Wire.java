package jml.connectors.alertmanager;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import jml.connectors.http.EmptyIfAbsent;
import jml.connectors.http.Required;
import org.jspecify.annotations.Nullable;

/// The parts of Alertmanager's v2 answers that we read, in its own names.
final class Wire {
    private Wire() {}

    record Alert(
            @Required String fingerprint,
            @Required Instant startsAt,
            @Required Map<String, String> labels,
            @EmptyIfAbsent Map<String, String> annotations,
            @Required AlertStatus status) {
        Alert {
            if (fingerprint.isBlank()) {
                throw new IllegalArgumentException("fingerprint is blank");
            }
        }
    }

    /// @param mutedBy since 0.28
    record AlertStatus(
            @EmptyIfAbsent List<String> silencedBy,
            @EmptyIfAbsent List<String> inhibitedBy,
            @EmptyIfAbsent List<String> mutedBy) {}

    record Group(
            @EmptyIfAbsent Map<String, String> labels,
            @Required Receiver receiver,
            @EmptyIfAbsent List<GroupedAlert> alerts) {}

    record GroupedAlert(@Required String fingerprint) {}

    record Receiver(@Required String name) {}

    record Silence(
            @Required String id,
            @Required SilenceStatus status,
            @Required List<Matcher> matchers,
            @Required Instant startsAt,
            @Required Instant endsAt,
            @EmptyIfAbsent String createdBy,
            @EmptyIfAbsent String comment) {}

    record SilenceStatus(@Required String state) {}

    /// @param isEqual null means true
    record Matcher(
            @Required String name,
            @Required String value,
            boolean isRegex,
            @Nullable Boolean isEqual) {}

    record Status(@Required Build versionInfo, @Nullable Cluster cluster) {}

    record Build(@Required String version) {}

    record Cluster(@Required String status, @EmptyIfAbsent List<Peer> peers) {}

    record Peer(@EmptyIfAbsent String address) {}
}
