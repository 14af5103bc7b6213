package jml.connectors.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.ref.WeakReference;
import java.util.Set;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/// Reduces a pod that a ReplicaSet owns to its row; others, and those that are done or on their way out, are none.
final class PodReader implements RowReader<PodRow> {
    private static final int LONGEST_MESSAGE = 300;
    private static final Set<String> DONE = Set.of("Succeeded", "Failed");

    private final WeakHashMap<PodRow, WeakReference<PodRow>> shared = new WeakHashMap<>();

    @Override
    public @Nullable PodRow read(JsonNode pod) {
        var owner = ObjectMeta.owner(pod, "ReplicaSet");
        if (owner == null
                || pod.path("metadata").has("deletionTimestamp")
                || DONE.contains(pod.path("status").path("phase").asText())) {
            return null;
        }
        var health = PodHealth.of(pod);
        var wrong = health.fault();
        return share(new PodRow(
                Uids.of(owner.path("uid").asText()),
                health.ready(),
                health.restarts(),
                wrong ? health.reason() : "",
                wrong ? cut(health.message()) : "",
                wrong ? pod.path("metadata").path("name").asText() : "",
                health.digest()));
    }

    private synchronized PodRow share(PodRow row) {
        var known = shared.get(row);
        var same = known == null ? null : known.get();
        if (same != null) {
            return same;
        }
        shared.put(row, new WeakReference<>(row));
        return row;
    }

    private static String cut(String message) {
        return message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message;
    }
}
