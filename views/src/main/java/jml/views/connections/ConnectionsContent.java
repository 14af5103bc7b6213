package jml.views.connections;

import java.util.List;
import jml.core.fleet.Unmatched;
import jml.views.kit.table.FleetLine;

/// What Connections shows at one moment, prepared off the FX thread.
///
/// @param sources by environment
/// @param errors newest first
/// @param past whether another instant than now is shown, when nothing is changed
record ConnectionsContent(
        List<FleetLine<SourceRow>> sources,
        int count,
        List<Failure> errors,
        List<Lack> lacks,
        List<Unmatched> unmatched,
        boolean past) {
    /// @param times in a row; 1 for an event
    record Failure(String time, String source, String said, long times, String request) {}

    /// What one screen lacks now because of one source.
    record Lack(String screen, String what, String source) {}
}
