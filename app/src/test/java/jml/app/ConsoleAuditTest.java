package jml.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jml.app.profile.ProfileFile;
import jml.core.act.Proposal;
import jml.core.act.RegistryAct;
import jml.core.audit.AuditAction;
import jml.core.audit.AuditRecord;
import jml.core.model.ModelKey;
import jml.core.source.SourceSettings;
import jml.engine.Pacer;
import jml.store.audit.AuditFiles;
import jml.store.audit.JournalReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleAuditTest {
    @TempDir
    Path folder;

    @Test
    void refusalsAndChangedSettingsAreInTheJournal() throws Exception {
        try (var console = open()) {
            var gone = new ModelKey("prod", "gone");
            var act = new RegistryAct(
                    UUID.randomUUID(), gone, "registry", "gone", new RegistryAct.Verb.SetAlias("champion", "2"));
            var refused = console.acting()
                    .preflight(new Proposal(
                            UUID.randomUUID(), Proposal.Purpose.MOVE_ALIAS, gone, "Move", "1", "2", List.of(act)));
            assertThat(refused.obstacle()).isPresent();

            var was = console.connections().sources().getFirst();
            console.connections().save(changed(was));
            console.connections().remove(was.name());
        }

        assertThat(records(AuditFiles.in(folder)))
                .extracting(AuditRecord::action)
                .containsExactly(
                        AuditAction.REFUSAL.id(), AuditAction.SETTINGS_CHANGED.id(), AuditAction.SETTINGS_CHANGED.id());
        var settings = records(AuditFiles.in(folder)).get(1);
        assertThat(settings.subject()).isEqualTo("registry");
        assertThat(settings.details())
                .containsEntry("change", "changed")
                .containsEntry("fields", "signIn.method, signIn.user, signIn.secret, interval");
        assertThat(Files.readString(AuditFiles.in(folder).journal())).doesNotContain("hidden", "TOKEN_PLACE");
        assertThat(records(AuditFiles.simulatedIn(folder))).isEmpty();
    }

    private Console open() throws Exception {
        var profile = Files.writeString(folder.resolve("profile.yaml"), """
                environments:
                - name: prod
                  sources:
                  - {name: registry, product: mlflow, url: "http://127.0.0.1:9"}
                """);
        var console = Console.open(ProfileFile.read(profile), folder, Pacer.real(), 20);
        console.start();
        return console;
    }

    private static SourceSettings changed(SourceSettings was) {
        var none = was.signIn();
        var signIn = new SourceSettings.SignIn(
                SourceSettings.SignIn.Method.BASIC,
                "hidden",
                new SourceSettings.SecretPlace(SourceSettings.SecretPlace.Kind.VARIABLE, "TOKEN_PLACE"),
                none.certificate(),
                none.key(),
                none.authority(),
                none.headers(),
                none.proxy());
        return new SourceSettings(
                was.name(),
                was.environment(),
                was.product(),
                was.url(),
                was.kubeconfig(),
                was.context(),
                was.namespaces(),
                was.selector(),
                signIn,
                Duration.ofSeconds(99),
                was.timeout());
    }

    private static List<AuditRecord> records(AuditFiles files) throws Exception {
        return JournalReading.lines(files.journal()).stream()
                .map(line -> Objects.requireNonNull(line.record()))
                .toList();
    }
}
