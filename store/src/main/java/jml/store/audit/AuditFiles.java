package jml.store.audit;

import java.nio.file.Path;

/// Where a journal and what belongs to it lie.
///
/// @param folder of them all
/// @param journal JSON lines
/// @param checkpoints signed notes, one after the other, oldest first
/// @param publicKeys the verifier keys (vkey) that sign them, one a line
/// @param lock held by whoever writes
public record AuditFiles(Path folder, Path journal, Path checkpoints, Path publicKeys, Path lock) {

    /// Of the console that has this data folder.
    public static AuditFiles in(Path folder) {
        return named(folder, "audit");
    }

    /// Of the simulated fleet: what is done to it never stands among real acts.
    public static AuditFiles simulatedIn(Path folder) {
        return named(folder, "audit-simulated");
    }

    /// Of a journal given by its name: the others lie beside it.
    public static AuditFiles of(Path journal) {
        var absolute = journal.toAbsolutePath();
        var folder = absolute.getParent();
        var files = named(folder == null ? absolute : folder, nameOf(journal));
        return new AuditFiles(files.folder, journal, files.checkpoints, files.publicKeys, files.lock);
    }

    private static AuditFiles named(Path folder, String name) {
        return new AuditFiles(
                folder,
                folder.resolve(name + ".jsonl"),
                folder.resolve(name + ".checkpoints"),
                folder.resolve(name + ".vkey"),
                folder.resolve(name + ".lock"));
    }

    String name() {
        return nameOf(journal);
    }

    private static String nameOf(Path journal) {
        return String.valueOf(journal.getFileName()).replaceFirst("\\.jsonl$", "");
    }
}
