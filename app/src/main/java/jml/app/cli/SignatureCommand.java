package jml.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import jml.app.approval.RegisteredVersion;
import jml.app.approval.TrustedKeysFile;
import jml.app.approval.VersionName;
import jml.app.connect.SourceWiring;
import jml.app.input.InputException;
import jml.app.profile.ProfileException;
import jml.connectors.signing.ModelFolder;
import jml.core.approval.ArtifactVerification;
import jml.core.approval.TrustedKey;
import jml.core.registry.ArtifactSignature;
import jml.core.signing.MalformedException;
import jml.core.signing.UnsupportedSignatureException;
import jml.core.signing.VerifyingKey;
import jml.core.source.SourceException;
import jml.store.audit.StrictJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// `console signature`: who vouches for a model's files. Changes nothing.
@Command(
        name = "signature",
        mixinStandardHelpOptions = true,
        description = "Signatures of models (docs/signatures.md).",
        subcommands = SignatureCommand.Verify.class)
final class SignatureCommand implements Callable<Integer> {
    @ParentCommand
    private ConsoleCommand console = new ConsoleCommand();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getOut());
        return ExitCode.OK;
    }

    /// `console signature verify DIR|MODEL@VERSION`.
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = "Hold a model's files against their signature (OpenSSF model signing), by trusted keys.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:valid: a trusted key signed these files",
                "2:the folder, the bundle, the keys or the profile cannot be used, or no registry has the version",
                "3:no registry answers, or it does not give what it takes to know",
                "14:unsigned, signed by an unknown, or broken; which and why is printed"
            })
    static final class Verify implements Callable<Integer> {
        @ParentCommand
        private SignatureCommand signature = new SignatureCommand();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Parameters(paramLabel = "DIR|MODEL@VERSION", description = "A model's folder, or a version in the registry.")
        private String target = "";

        @Option(names = "--bundle", paramLabel = "FILE", description = "Default: model.sig in the folder.")
        private @Nullable Path bundle;

        @Option(names = "--key", paramLabel = "FILE", description = "Trust this public key (PEM) and no other.")
        private @Nullable Path key;

        @Option(names = "--keys", paramLabel = "FILE", description = "Default: trusted-keys.yaml beside the profile.")
        private @Nullable Path keys;

        @Option(names = "--json", description = "Print JSON instead of text.")
        private boolean json;

        @Override
        public Integer call() throws InputException, ProfileException, IOException, InterruptedException {
            ArtifactSignature found;
            try {
                var verification = new ArtifactVerification(trusted(), new StrictJson());
                // A folder wins: a version is looked up only when no folder of that name is there.
                var version = VersionName.of(target);
                found = Files.isDirectory(Path.of(target)) || version.isEmpty()
                        ? folder(Path.of(target), verification)
                        : registered(version.get().model(), version.get().version(), verification);
            } catch (SourceException e) {
                spec.commandLine()
                        .getErr()
                        .println(spec.qualifiedName() + ": nothing is known: " + Failure.firstLine(e));
                return ExitCode.NO_SOURCE;
            }
            print(found);
            return found.status() == ArtifactSignature.Status.VALID ? ExitCode.OK : ExitCode.NOT_SIGNED;
        }

        private List<TrustedKey> trusted() throws InputException, ProfileException, IOException {
            if (key == null) {
                var console = signature.console;
                return TrustedKeysFile.read(
                        keys == null ? TrustedKeysFile.of(console.profile(), console.data()) : keys);
            }
            if (!Files.isRegularFile(key)) {
                throw new InputException(key.toString(), "no such file");
            }
            try {
                var pem = VerifyingKey.ofPem(Files.readString(key));
                var roles = Set.of(ArtifactVerification.SIGNING, ArtifactVerification.AUTHORITY);
                return List.of(new TrustedKey(key.getFileName().toString(), roles, pem, null, null, null, ""));
            } catch (MalformedException e) {
                throw new InputException(key.toString(), String.valueOf(e.getMessage()));
            }
        }

        private ArtifactSignature folder(Path folder, ArtifactVerification verification) throws InputException {
            if (!Files.isDirectory(folder)) {
                throw new InputException(target, "neither a folder nor MODEL@VERSION");
            }
            if (bundle != null && !Files.isRegularFile(bundle)) {
                throw new InputException(bundle.toString(), "no such file");
            }
            try {
                var model = ModelFolder.read(folder, bundle);
                return verification.check(
                        model.bundle(), model.files(), InstantSource.system().instant());
            } catch (IOException e) {
                throw new InputException(target, "cannot be read: " + e.getMessage());
            } catch (UnsupportedSignatureException e) {
                throw new InputException(target, String.valueOf(e.getMessage()));
            }
        }

        private ArtifactSignature registered(String model, String version, ArtifactVerification verification)
                throws InputException, ProfileException, SourceException, InterruptedException {
            if (bundle != null) {
                throw new InputException("--bundle", "is for a folder; a version's lies beside it in the registry");
            }
            var profile = signature.console.profile();
            var clock = InstantSource.system();
            var found = RegisteredVersion.find(profile, model, version, clock);
            return new SourceWiring(profile.severity(), clock)
                    .signatures(found.source(), verification)
                    .of(model, found.version());
        }

        private void print(ArtifactSignature found) throws IOException {
            var out = spec.commandLine().getOut();
            if (json) {
                var object = new LinkedHashMap<String, @Nullable String>();
                object.put("status", found.status().word());
                object.put("signer", found.signer());
                object.put("digest", found.digest() == null ? null : "sha256:" + found.digest());
                object.put("sentence", found.sentence());
                out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(object));
            } else {
                // Names of files and signers are others' words: nothing in them may steer the terminal.
                out.println(found.status() + ": " + found.sentence().replaceAll("\\p{Cntrl}|\\p{Cf}", "?"));
                if (found.digest() != null) {
                    out.println("sha256:" + found.digest());
                }
            }
            out.flush();
        }
    }
}
