package jml.core.alert;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;

/// What several alert sources of one environment say together.
public final class MergedAlerts {
    private MergedAlerts() {}

    /// Every alert once, in the order of [Alert#MOST_URGENT_FIRST].
    ///
    /// Peers of a highly available Alertmanager tell the same alert under the same fingerprint, each as far
    /// as it knows by now. The merged alert fires since the earliest start, is a page when one of them says
    /// so, and is held back by all that any of them names, since a silence reaches the peers one after the
    /// other. Its source, name, labels and annotations are those of the first answer that has it, so that they
    /// stay the same from one read to the next while the sources keep their order.
    public static List<Alert> of(Collection<List<Alert>> answers) {
        var byFingerprint = new LinkedHashMap<String, Alert>();
        for (var answer : answers) {
            for (var alert : answer) {
                byFingerprint.merge(alert.fingerprint(), alert, MergedAlerts::both);
            }
        }
        return byFingerprint.values().stream().sorted(Alert.MOST_URGENT_FIRST).toList();
    }

    private static Alert both(Alert first, Alert second) {
        return new Alert(
                first.fingerprint(),
                first.source(),
                first.name(),
                first.severity().compareTo(second.severity()) <= 0 ? first.severity() : second.severity(),
                first.startsAt().isBefore(second.startsAt()) ? first.startsAt() : second.startsAt(),
                first.labels(),
                first.annotations(),
                union(first.silencedBy(), second.silencedBy()),
                union(first.inhibitedBy(), second.inhibitedBy()),
                union(first.mutedBy(), second.mutedBy()));
    }

    private static List<String> union(List<String> first, List<String> second) {
        var all = new LinkedHashSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
