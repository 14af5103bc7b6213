package jml.core.source;

import java.io.IOException;
import java.util.List;
import jml.core.model.Environment;

/// What the console is connected to, and how that is changed. Calls block; changes take effect at once and are
/// kept in the profile.
public interface Connections {
    List<Environment> environments();

    List<SourceSettings> sources();

    /// Contexts of the kubeconfig files this person has; nothing is written to them.
    List<ClusterContext> contexts() throws SourceException;

    /// Asks the source every question the console would ask, writes nothing, and says what works.
    Report test(SourceSettings settings) throws InterruptedException;

    /// Adds the source, or replaces the one of that name.
    void save(SourceSettings settings) throws IOException;

    void remove(String name) throws IOException;

    record ClusterContext(String name, String cluster, String user, String namespace) {}

    /// @param remedy what would make the failed checks work, as text to copy (a Role, a command); may be empty
    record Report(List<Check> checks, String remedy) {
        public Report {
            checks = List.copyOf(checks);
        }
    }

    /// One line of a test: "May read alerts" – "214 alerts, 6.2 s".
    record Check(String what, Outcome outcome, String finding) {}

    enum Outcome {
        WORKS,
        WORKS_PARTLY,
        FAILS,
        NOT_TRIED
    }
}
