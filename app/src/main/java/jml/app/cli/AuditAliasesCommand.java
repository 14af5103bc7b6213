package jml.app.cli;

import java.io.IOException;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import jml.app.audit.AuditWords;
import jml.app.audit.RecordedAudit;
import jml.app.input.InputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `console audit aliases MODEL`.
@Command(
        name = "aliases",
        mixinStandardHelpOptions = true,
        description = "Print which version each alias of a model named when, from the record.")
final class AuditAliasesCommand implements Callable<Integer> {
    @ParentCommand
    private AuditCommand audit = new AuditCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "MODEL")
    private String model = "";

    @Override
    public Integer call() throws InputException, IOException {
        var out = spec.commandLine().getOut();
        try (var record = RecordedAudit.recordIn(audit.data())) {
            var recorded = new RecordedAudit(audit.kept(), () -> record, InstantSource.system());
            var keys = recorded.named(model);
            if (keys.isEmpty()) {
                throw new InputException(model, "the record knows no such model");
            }
            for (var key : keys) {
                for (var term : recorded.about(key).aliases()) {
                    out.println(key.environment() + "  " + AuditWords.line(term));
                }
            }
        }
        out.flush();
        return ExitCode.OK;
    }
}
