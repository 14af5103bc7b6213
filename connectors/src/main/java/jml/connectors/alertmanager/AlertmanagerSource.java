package jml.connectors.alertmanager;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import jml.connectors.http.JsonHttp;
import jml.connectors.http.ReadRequest;
import jml.core.alert.Alert;
import jml.core.alert.AlertSource;
import jml.core.alert.MergedAlerts;
import jml.core.alert.SeverityRules;
import jml.core.alert.Silence;
import jml.core.source.SourceException;

/// Alerts of one Alertmanager, over its API v2 (0.22 and later, and what imitates it). Reads only.
///
/// One request per call and one call at a time, whatever the number of threads: an Alertmanager answers few GET
/// requests at once and refuses the rest.
public final class AlertmanagerSource implements AlertSource {
    // Alerts raised by hand may have any labels; the console's own word then stands where people look for the name.
    private static final String NAMELESS = "(no alertname)";

    private final JsonHttp http;
    private final List<String> filters;
    private final SeverityRules rules;
    private final ReentrantLock turn = new ReentrantLock();

    /// @param http to the address that `api/v2` stands under
    /// @param filters matchers that alerts must satisfy, one each and without braces: `namespace=~"ml-.*"`
    public AlertmanagerSource(JsonHttp http, List<String> filters, SeverityRules rules) {
        this.http = http;
        this.filters = List.copyOf(filters);
        this.rules = rules;
    }

    @Override
    public List<Alert> firing() throws SourceException, InterruptedException {
        var answer = list(filtered("alerts"), new TypeReference<List<Wire.Alert>>() {});
        return MergedAlerts.of(List.of(answer.stream().map(this::toAlert).toList()));
    }

    @Override
    public List<Group> groups() throws SourceException, InterruptedException {
        return list(filtered("alerts", "groups"), new TypeReference<List<Wire.Group>>() {}).stream()
                .map(group -> new Group(
                        group.labels(),
                        group.receiver().name(),
                        group.alerts().stream()
                                .map(Wire.GroupedAlert::fingerprint)
                                .distinct()
                                .toList()))
                .filter(group -> !group.fingerprints().isEmpty())
                .toList();
    }

    @Override
    public List<Silence> silences() throws SourceException, InterruptedException {
        return list(ReadRequest.get("api", "v2", "silences"), new TypeReference<List<Wire.Silence>>() {}).stream()
                .map(AlertmanagerSource::toSilence)
                .toList();
    }

    @Override
    public String describe() throws SourceException, InterruptedException {
        var status = ask(ReadRequest.get("api", "v2", "status"), new TypeReference<Wire.Status>() {});
        var cluster = status.cluster();
        var product = "Alertmanager " + status.versionInfo().version();
        if (cluster == null || cluster.status().equals("disabled")) {
            return product + ", no cluster";
        }
        int peers = cluster.peers().size();
        return product + ", cluster " + cluster.status() + (peers > 1 ? ", " + peers + " peers" : "");
    }

    private <T> T ask(ReadRequest request, TypeReference<T> type) throws SourceException, InterruptedException {
        turn.lockInterruptibly();
        try {
            return http.read(request, type);
        } finally {
            turn.unlock();
        }
    }

    private <T> List<T> list(ReadRequest request, TypeReference<List<T>> type)
            throws SourceException, InterruptedException {
        var answer = ask(request, type);
        int gap = answer.indexOf(null);
        if (gap >= 0) {
            throw new SourceException(
                    http.source(),
                    SourceException.Kind.BAD_ANSWER,
                    http.source() + ": " + String.join("/", request.segments()) + ": [" + gap + "]: null");
        }
        return answer;
    }

    private ReadRequest filtered(String... path) {
        var segments = new String[path.length + 2];
        segments[0] = "api";
        segments[1] = "v2";
        System.arraycopy(path, 0, segments, 2, path.length);
        var request = ReadRequest.get(segments);
        for (var filter : filters) {
            request = request.with("filter", filter);
        }
        return request;
    }

    private Alert toAlert(Wire.Alert wire) {
        return new Alert(
                wire.fingerprint(),
                http.source(),
                wire.labels().getOrDefault("alertname", NAMELESS),
                rules.of(wire.labels()),
                wire.startsAt(),
                wire.labels(),
                wire.annotations(),
                wire.status().silencedBy(),
                wire.status().inhibitedBy(),
                wire.status().mutedBy());
    }

    private static Silence toSilence(Wire.Silence wire) {
        return new Silence(
                wire.id(),
                state(wire.status().state()),
                wire.matchers().stream()
                        .map(it -> new Silence.Matcher(
                                it.name(), it.value(), it.isRegex(), it.isEqual() == null || it.isEqual()))
                        .toList(),
                wire.startsAt(),
                wire.endsAt(),
                wire.createdBy(),
                wire.comment());
    }

    // What a silence of an unknown state holds back is told by the alerts themselves.
    private static Silence.State state(String word) {
        return switch (word) {
            case "active" -> Silence.State.ACTIVE;
            case "pending" -> Silence.State.PENDING;
            default -> Silence.State.EXPIRED;
        };
    }
}
