package jml.core.alert;

import java.util.List;
import java.util.Map;
import jml.core.source.SourceException;

/// Where alerts come from. Calls block and may be interrupted; never call one on the FX thread.
public interface AlertSource {
    /// Every alert that fires now, suppressed ones included, most urgent first and then oldest first.
    List<Alert> firing() throws SourceException, InterruptedException;

    /// The source's own grouping of what fires now.
    List<Group> groups() throws SourceException, InterruptedException;

    /// All silences the source still knows, expired ones included.
    List<Silence> silences() throws SourceException, InterruptedException;

    /// What server this is: "Alertmanager 0.25.0, cluster ready".
    String describe() throws SourceException, InterruptedException;

    /// @param fingerprints of the alerts in the group
    record Group(Map<String, String> labels, String receiver, List<String> fingerprints) {
        public Group {
            labels = Map.copyOf(labels);
            fingerprints = List.copyOf(fingerprints);
        }
    }
}
