package jml.app.act;

import java.io.IOException;
import java.util.List;
import jml.core.signing.SigningKey;
import jml.core.signing.SigningKeyException;
import jml.core.signing.SigningKeys;
import jml.engine.act.ActJournal;
import jml.engine.act.AuditedActs;
import jml.engine.act.KilledConsole;
import jml.store.audit.AuditFiles;
import jml.store.audit.FileAuditJournal;

/// The process that [KilledAuditedPathTest] kills: a console that acts with the audit journal as its journal.
final class KilledAuditedConsole {
    private KilledAuditedConsole() {}

    public static void main(String[] args) throws Exception {
        KilledConsole.run(
                args,
                (folder, clock, step) -> new SteppingJournal(
                        new AuditedActs(FileAuditJournal.open(AuditFiles.in(folder), new NoKeys(), clock)), step));
    }

    /// Stands still around each line.
    private record SteppingJournal(ActJournal journal, Runnable step) implements ActJournal {
        @Override
        public Line append(Entry entry) throws IOException {
            step.run();
            var line = journal.append(entry);
            step.run();
            return line;
        }

        @Override
        public List<Line> lines() throws IOException {
            return journal.lines();
        }

        @Override
        public String console() {
            return journal.console();
        }

        @Override
        public boolean alive(String console) {
            return journal.alive(console);
        }
    }

    /// No key outlives a process here: the journal is chained and not signed.
    private static final class NoKeys implements SigningKeys {
        @Override
        public SigningKey own(String name) throws SigningKeyException {
            throw new SigningKeyException("no keyring in this test");
        }

        @Override
        public String place() {
            return "nowhere";
        }
    }
}
