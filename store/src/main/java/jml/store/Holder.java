package jml.store;

import java.time.Instant;
import java.util.UUID;

/// Names a process in the lease so that others can tell when it has ended. All processes on one H2 file are on one
/// machine: the file is served on the loopback interface only.
final class Holder {
    private Holder() {}

    /// This process: number, start, and something unique for each record it opens.
    static String here() {
        return ProcessHandle.current().pid() + "/" + start(ProcessHandle.current()) + "/"
                + UUID.randomUUID().toString().substring(0, 8);
    }

    /// True only when the process has certainly ended.
    static boolean gone(String holder) {
        var parts = holder.split("/");
        if (parts.length != 3 || !parts[0].matches("\\d{1,18}")) {
            return false;
        }
        var process = ProcessHandle.of(Long.parseLong(parts[0])).filter(ProcessHandle::isAlive);
        return process.isEmpty()
                || (!parts[1].isEmpty() && !start(process.get()).isEmpty() && !parts[1].equals(start(process.get())));
    }

    // Empty where the system does not tell.
    private static String start(ProcessHandle process) {
        return process.info()
                .startInstant()
                .map(Instant::toEpochMilli)
                .map(String::valueOf)
                .orElse("");
    }
}
