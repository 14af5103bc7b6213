package jml.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import jml.app.audit.AuditExport;
import jml.app.audit.AuditWords;
import jml.app.input.InputException;
import jml.core.audit.AuditRecord;
import jml.core.audit.AuditReport;
import jml.core.audit.AuditVerification;
import jml.core.signing.MalformedException;
import jml.core.signing.NoteKey;
import jml.store.audit.AuditFiles;
import jml.store.audit.JournalReading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `console audit`: what was done in the console's name, and whether the record of it is whole. Changes nothing.
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "The audit journal (docs/audit.md).",
        subcommands = {
            AuditCommand.Verify.class,
            AuditCommand.Export.class,
            AuditLogCommand.class,
            AuditAliasesCommand.class
        })
final class AuditCommand implements Callable<Integer> {
    @ParentCommand
    private ConsoleCommand console = new ConsoleCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.OK;
    }

    Path data() {
        return console.data();
    }

    /// The journal in the data folder, which may not be there yet.
    AuditFiles kept() {
        return AuditFiles.in(console.data());
    }

    AuditFiles files(@Nullable Path journal) throws InputException {
        var files = journal == null ? AuditFiles.in(console.data()) : AuditFiles.of(journal);
        if (!Files.exists(files.journal()) && !Files.exists(files.checkpoints())) {
            throw new InputException(files.journal().toString(), "no such journal");
        }
        return files;
    }

    private static AuditReport verify(AuditFiles files, List<Path> checkpoints, List<String> vkeys)
            throws InputException {
        try {
            var keys = new ArrayList<NoteKey>();
            for (var vkey : vkeys) {
                keys.add(NoteKey.ofVkey(vkey));
            }
            if (vkeys.isEmpty()) {
                keys.addAll(JournalReading.keys(files.publicKeys()));
            }
            var notes = new ArrayList<>(JournalReading.notes(files.checkpoints()));
            for (var file : checkpoints) {
                notes.addAll(JournalReading.notes(file));
            }
            return AuditVerification.of(JournalReading.lines(files.journal()), notes, keys, !vkeys.isEmpty());
        } catch (MalformedException | IOException e) {
            throw new InputException(files.journal().toString(), String.valueOf(e.getMessage()));
        }
    }

    static List<AuditRecord> records(AuditFiles files) throws InputException {
        try {
            return JournalReading.lines(files.journal()).stream()
                    .map(line -> line.record())
                    .filter(Objects::nonNull)
                    .toList();
        } catch (IOException e) {
            throw new InputException(files.journal().toString(), String.valueOf(e.getMessage()));
        }
    }

    /// `console audit verify [FILE]`.
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Check the chain and the signatures of a journal, and name the first record that is bad.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:the journal is as it was written",
                "2:the file, a checkpoint or the key cannot be read",
                "12:it is not; the first bad record is named"
            })
    static final class Verify implements Callable<Integer> {
        @ParentCommand
        private AuditCommand audit = new AuditCommand();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(arity = "0..1", paramLabel = "FILE", description = "Default: the journal in the data folder.")
        private @Nullable Path file;

        @Option(
                names = "--key",
                paramLabel = "VKEY",
                description = "Key that must have signed (name+id+base64). Default: those that lie beside the journal.")
        private List<String> keys = List.of();

        @Option(
                names = "--checkpoint",
                paramLabel = "FILE",
                description = "Checkpoints that were kept elsewhere, beside those next to the journal.")
        private List<Path> checkpoints = List.of();

        @Option(names = "--json", description = "Print JSON instead of text.")
        private boolean json;

        @Override
        public Integer call() throws InputException, IOException {
            var report = verify(audit.files(file), checkpoints, keys);
            var out = spec.commandLine().getOut();
            if (json) {
                out.println(new ObjectMapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(AuditWords.json(report)));
            } else {
                out.print(AuditWords.of(report));
            }
            out.flush();
            return report.fault().isEmpty() ? ExitCode.OK : ExitCode.AUDIT_BROKEN;
        }
    }

    /// `console audit export`.
    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Write the journal for others; the page says whether it verifies.")
    static final class Export implements Callable<Integer> {
        /// What can be written.
        enum Format {
            JSONL,
            HTML
        }

        @ParentCommand
        private AuditCommand audit = new AuditCommand();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Option(names = "--format", required = true, description = "${COMPLETION-CANDIDATES}")
        private Format format = Format.JSONL;

        @Option(names = "--out", paramLabel = "FILE", description = "Default: standard output.")
        private @Nullable Path out;

        @Override
        public Integer call() throws InputException, IOException {
            var files = audit.files(null);
            var text =
                    switch (format) {
                        case JSONL -> AuditExport.jsonLines(records(files));
                        case HTML -> AuditExport.html(records(files), verify(files, List.of(), List.of()));
                    };
            if (out == null) {
                spec.commandLine().getOut().print(text);
                spec.commandLine().getOut().flush();
            } else {
                Files.writeString(out, text);
            }
            return ExitCode.OK;
        }
    }
}
