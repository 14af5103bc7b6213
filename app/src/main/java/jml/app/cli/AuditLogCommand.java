package jml.app.cli;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import jml.app.audit.AuditWords;
import jml.app.audit.RecordedAudit;
import jml.app.input.InputException;
import jml.core.audit.SeenChange;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `console audit log`.
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        description = "Print who did what, oldest first; with --elsewhere what nobody did through the console.")
final class AuditLogCommand implements Callable<Integer> {
    @ParentCommand
    private AuditCommand audit = new AuditCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--since", paramLabel = "INSTANT", description = "As 2026-11-11T14:32:06Z.")
    private Instant since = Instant.EPOCH;

    @Option(names = "--model", paramLabel = "NAME", description = "Only what was about this model.")
    private @Nullable String model;

    @Option(
            names = "--elsewhere",
            description = "Changes that were seen in clusters and registries and are no act of this console: made by"
                    + " others, or by a release's own plan.")
    private boolean elsewhere;

    @Override
    public Integer call() throws InputException, IOException {
        var out = spec.commandLine().getOut();
        if (elsewhere) {
            try (var record = RecordedAudit.recordIn(audit.data())) {
                for (var change :
                        new RecordedAudit(audit.kept(), () -> record, InstantSource.system()).changes(since)) {
                    if (change.elsewhere() && isOf(change)) {
                        out.println(AuditWords.line(change));
                    }
                }
            }
        } else {
            for (var record : AuditCommand.records(audit.files(null))) {
                if (!record.at().isBefore(since) && (model == null || RecordedAudit.isAbout(record, model))) {
                    out.println(AuditWords.line(record));
                }
            }
        }
        out.flush();
        return ExitCode.OK;
    }

    private boolean isOf(SeenChange change) {
        var of = change.event().model();
        return model == null || (of != null && of.name().equals(model));
    }
}
