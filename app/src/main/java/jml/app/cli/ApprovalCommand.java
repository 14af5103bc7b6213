package jml.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import jml.app.Console;
import jml.app.SimulatedRegistries;
import jml.app.approval.ApprovalReport;
import jml.app.approval.ApprovalWords;
import jml.app.approval.DecisionSource;
import jml.app.approval.TrustedKeysFile;
import jml.app.approval.VersionName;
import jml.app.input.InputException;
import jml.app.profile.ProfileException;
import jml.connectors.signing.LocalKeys;
import jml.core.approval.FourEyes;
import jml.core.approval.TrustedKey;
import jml.core.signing.CanonicalJson;
import jml.core.signing.Sha256;
import jml.core.signing.SigningKeyException;
import jml.core.source.SourceException;
import jml.gameday.approval.SimulatedPeople;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `console approval`: who approved a version, and whether their signatures hold. Changes nothing.
@Command(
        name = "approval",
        mixinStandardHelpOptions = true,
        description = "Signed decisions about versions (docs/approvals.md).",
        subcommands = {ApprovalCommand.Verify.class, ApprovalCommand.Show.class, ApprovalCommand.Key.class})
final class ApprovalCommand implements Callable<Integer> {
    /// What this machine's key for decisions is called where keys are kept.
    static final String KEY = "approval";

    @ParentCommand
    private ConsoleCommand console = new ConsoleCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.OK;
    }

    private DecisionSource.Found find(String target, @Nullable Path evidence)
            throws InputException, ProfileException, SourceException, InterruptedException {
        var named = version(target);
        if (named.isEmpty()) {
            return DecisionSource.file(Path.of(target), evidence);
        }
        var version = named.get();
        var profile = console.profile();
        return profile.isSimulated()
                ? DecisionSource.registry(
                        SimulatedRegistries.in(console.data(), InstantSource.system())
                                .registry(),
                        version.model(),
                        version.version())
                : DecisionSource.registry(profile, version.model(), version.version(), InstantSource.system());
    }

    // A file wins: a version is looked up only when no file of that name is there.
    private static Optional<VersionName> version(String target) {
        return Files.exists(Path.of(target)) ? Optional.empty() : VersionName.of(target);
    }

    // The simulated people count only for what the simulated registry keeps, never for a file.
    private List<TrustedKey> trusted(@Nullable Path keys, String target) throws InputException, ProfileException {
        var profile = console.profile();
        if (keys == null && profile.isSimulated() && version(target).isPresent()) {
            return SimulatedPeople.trusted(Console.actor());
        }
        return TrustedKeysFile.read(keys == null ? TrustedKeysFile.of(console.profile(), console.data()) : keys);
    }

    /// `console approval verify FILE|MODEL@VERSION`.
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Check who decided about a version, by trusted keys.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:approved, by as many as it takes, with keys that are trusted",
                "2:the file, the keys or the profile cannot be read, or no registry has the version",
                "3:no registry answers",
                "13:not approved: nobody decided, or what they signed does not count; the reasons are printed"
            })
    static final class Verify implements Callable<Integer> {
        @ParentCommand
        private ApprovalCommand approval = new ApprovalCommand();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "FILE|MODEL@VERSION", description = "A signed decision, or a version in the registry.")
        private String target = "";

        @Option(names = "--keys", paramLabel = "FILE", description = "Default: trusted-keys.yaml beside the profile.")
        private @Nullable Path keys;

        @Option(names = "--evidence", paramLabel = "FILE", description = "Must be what the decision was made on.")
        private @Nullable Path evidence;

        @Option(names = "--digest", paramLabel = "SHA256", description = "The artifact must have this digest.")
        private @Nullable String digest;

        @Option(names = "--needed", description = "How many must approve. Default: ${DEFAULT-VALUE}")
        private int needed = 1;

        @Option(names = "--json", description = "Print JSON instead of text.")
        private boolean json;

        @Override
        public Integer call() throws InputException, ProfileException, IOException, InterruptedException {
            ApprovalReport report;
            try {
                var demand = new ApprovalReport.Demand(demanded(), digest == null ? null : sha256(digest));
                report = ApprovalReport.of(
                        approval.find(target, evidence),
                        approval.trusted(keys, target),
                        demand,
                        evidence != null,
                        InstantSource.system().instant());
            } catch (SourceException e) {
                return noSource(spec, e);
            }
            var out = spec.commandLine().getOut();
            if (json) {
                out.println(new ObjectMapper()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(ApprovalWords.json(report)));
            } else {
                out.print(ApprovalWords.of(report));
            }
            out.flush();
            return report.approved() ? ExitCode.OK : ExitCode.NOT_APPROVED;
        }

        private int demanded() throws InputException {
            if (needed < 1) {
                throw new InputException("--needed", "somebody must approve");
            }
            return needed;
        }

        private static Sha256 sha256(String text) throws InputException {
            var hex = text.startsWith("sha256:") ? text.substring("sha256:".length()) : text;
            if (!Sha256.isHex(hex)) {
                throw new InputException("--digest", "64 digits of lower-case hex, not " + text);
            }
            return Sha256.ofHex(hex);
        }
    }

    /// `console approval show FILE|MODEL@VERSION`.
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Print or export the signed decisions as they are kept, without judging them.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:printed or exported",
                "2:the file or the profile cannot be read, or no registry has the version",
                "3:no registry answers"
            })
    static final class Show implements Callable<Integer> {
        @ParentCommand
        private ApprovalCommand approval = new ApprovalCommand();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "FILE|MODEL@VERSION", description = "A signed decision, or a version in the registry.")
        private String target = "";

        @Option(
                names = "--out",
                paramLabel = "DIR",
                description = "Write ID.approval.json and ID.evidence.json there instead of printing.")
        private @Nullable Path folder;

        @Override
        public Integer call() throws InputException, ProfileException, IOException, InterruptedException {
            DecisionSource.Found found;
            try {
                found = approval.find(target, null);
            } catch (SourceException e) {
                return noSource(spec, e);
            }
            var out = spec.commandLine().getOut();
            for (var envelope : found.kept().envelopes()) {
                var bytes = CanonicalJson.bytes(envelope.toMap());
                if (folder == null) {
                    out.println(pretty(envelope.payload()));
                } else {
                    write(folder, bytes, "approval");
                }
            }
            for (var evidence : found.kept().evidence().values()) {
                if (folder == null) {
                    out.println(pretty(evidence));
                } else {
                    write(folder, evidence, "evidence");
                }
            }
            found.kept().faults().forEach(fault -> spec.commandLine().getErr().println("note: " + fault));
            out.flush();
            return ExitCode.OK;
        }

        private static void write(Path folder, byte[] bytes, String kind) throws IOException {
            Files.createDirectories(folder);
            var id = Sha256.of(bytes).hex().substring(0, 16);
            Files.write(folder.resolve(id + "." + kind + ".json"), bytes);
        }

        // JSON escapes what would steer a terminal; what is none is only said to be.
        private static String pretty(byte[] bytes) {
            try {
                var mapper = new ObjectMapper();
                return mapper.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(mapper.readTree(new String(bytes, StandardCharsets.UTF_8)));
            } catch (IOException _) {
                return "(" + bytes.length + " bytes that are not JSON)";
            }
        }
    }

    /// `console approval key PERSON`.
    @Command(
            name = "key",
            mixinStandardHelpOptions = true,
            description =
                    "Print this machine's public key as an entry for trusted-keys.yaml; makes it at the first call.")
    static final class Key implements Callable<Integer> {
        @ParentCommand
        private ApprovalCommand approval = new ApprovalCommand();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "PERSON", description = "Whose key it is, as approvals are to name them.")
        private String person = "";

        @Option(
                names = "--policy",
                description = "The console's own key instead, for what a rule lets pass without a person.")
        private boolean policy;

        @Override
        public Integer call() throws InputException, IOException, InterruptedException {
            try {
                var key = new LocalKeys(approval.console.data(), System.getenv())
                        .own(policy ? FourEyes.POLICY : KEY)
                        .publicKey();
                var out = spec.commandLine().getOut();
                out.println("keys:");
                out.println("  - person: " + new ObjectMapper().writeValueAsString(person));
                out.println("    roles: [" + (policy ? FourEyes.POLICY : "") + "]");
                out.println("    key: |");
                key.pem().lines().forEach(line -> out.println("      " + line));
                out.flush();
                return ExitCode.OK;
            } catch (SigningKeyException e) {
                throw new InputException("key", String.valueOf(e.getMessage()));
            }
        }
    }

    private static int noSource(CommandSpec spec, SourceException failed) {
        spec.commandLine()
                .getErr()
                .println(spec.qualifiedName() + ": no registry answers: " + Failure.firstLine(failed));
        return ExitCode.NO_SOURCE;
    }
}
