package jml.app.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import jml.core.metric.Currency;
import jml.core.metric.Sli;
import jml.core.model.Environment;
import jml.core.source.SourceSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileFileTest {
    private static final String FULL = """
            currency: USD
            environments:
              - name: prod-eu
                stage: production
                sources:
                  - name: Prometheus eu
                    product: prometheus
                    url: http://127.0.0.1:9/prom
                    every: 30s
                    selector: namespace=~"ml-.*"
                    signIn:
                      method: bearer
                      secret: {variable: PROM_TOKEN}
                      headers: {X-Scope-OrgID: ml}
                  - name: cluster
                    product: kubernetes
                    context: prod-eu
                    namespaces: [ml-serving]
            identity:
              mappings:
                - {workload: ml-serving/scorer-b, model: fraud-scorer}
              rewrites:
                - {from: ^(.*)-svc$, to: $1}
            objectives:
              - {model: fraud-*, sli: fidelity, atLeast: 97 %, minSamples: 500}
              - {model: batch-*, sli: latency_p95, none: true}
            alerts:
              page: [severity=page]
            """;

    @TempDir
    Path folder;

    @Test
    void everythingInTheFileArrives() throws Exception {
        var profile = ProfileFile.read(file(FULL));

        assertThat(profile.shownCurrency()).isEqualTo(new Currency("USD"));
        assertThat(profile.environments())
                .containsExactly(new Environment("prod-eu", Environment.Stage.PRODUCTION, false));
        var prometheus = profile.source("Prometheus eu").orElseThrow();
        assertThat(prometheus.interval()).isEqualTo(Duration.ofSeconds(30));
        assertThat(prometheus.timeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(prometheus.signIn().secret())
                .isEqualTo(new SourceSettings.SecretPlace(SourceSettings.SecretPlace.Kind.VARIABLE, "PROM_TOKEN"));
        assertThat(profile.mappings().getFirst().model()).isEqualTo("fraud-scorer");
        var objective = profile.objectives().getFirst().objectives().getFirst();
        assertThat(objective.low()).isEqualTo(0.97);
        assertThat(profile.objectives().get(1).none()).containsExactly(Sli.LATENCY_P95);
    }

    @Test
    void whatIsWrittenReadsBackTheSame() throws Exception {
        var profile = ProfileFile.read(file(FULL));
        var copy = folder.resolve("copy.yaml");

        ProfileFile.write(profile, copy);
        var again = ProfileFile.read(copy);

        assertThat(again.sources()).isEqualTo(profile.sources());
        assertThat(again.environments()).isEqualTo(profile.environments());
        assertThat(again.mappings()).isEqualTo(profile.mappings());
        assertThat(again.objectives()).isEqualTo(profile.objectives());
        assertThat(again.pageLabels()).isEqualTo(profile.pageLabels());
        assertThat(again.currency()).isEqualTo(profile.currency());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stage: production|stgae: production|line 4: environments[0].stgae is not a field",
                "stage: production|stage: prod|line 4: environments[0].stage prod is none of production",
                "product: prometheus|product: promtheus|line 7: environments[0].sources[0].product promtheus",
                "url: http://127.0.0.1:9/prom|uri: x|line 8: environments[0].sources[0].uri is not a field",
                "http://127.0.0.1:9/prom|ftp://x/|line 8: environments[0].sources[0].url cannot be used: an address starts with http",
                "http://127.0.0.1:9/prom|http://me:pw@h/|line 8: environments[0].sources[0].url cannot be used: leave user and password",
                "every: 30s|every: soon|line 9: environments[0].sources[0].every soon is no duration",
                "variable: PROM_TOKEN|literal: abc|signIn.secret literal is none of keyring",
                "sli: fidelity|sli: fidelty|line 25: objectives[0].sli fidelty is none of latency_p95",
                "atLeast: 97 %|atLeast: 97 ms|objectives[0].atLeast ms is not the unit of fidelity, which is %",
                "from: ^(.*)-svc$|from: ^(-svc$|identity.rewrites[0].from is no regular expression",
                "currency: USD|currency: dollars|line 1: currency dollars is no currency of ISO 4217",
                "currency: USD|currency: [|line",
                "every: 30s|every: 9223372036854775807h|line 9: environments[0].sources[0].every 9223372036854775807h is longer",
                "every: 30s|every: 9999999h|line 9: environments[0].sources[0].every 9999999h is longer than a day",
                "every: 30s|every:|line 9: environments[0].sources[0].every has no value",
                "atLeast: 97 %|atLeast: 1.2.3|line 25: objectives[0].atLeast 1.2.3 is no number",
                "minSamples: 500|minSamples: -1|objectives[0].minSamples must be 0 or more",
                "minSamples: 500|minSamples: many|objectives[0].minSamples must be a whole number",
                "[severity=page]|[null]|alerts.page[0] has no value",
                "mappings:|mappings: [null]\\n  others:|line 20: identity.mappings[0] has no value",
                "- name: prod-eu|- null\\n  - name: prod-eu|line 3: environments[0] has no value",
                "stage: production|readOnly: maybe|line 4: environments[0].readOnly must be true or false",
                "stage: production|stage: staging\\n    stage: production|line 5: stage is there twice",
                "http://127.0.0.1:9/prom|http://h:99999|line 8: environments[0].sources[0].url cannot be used: the port",
                "http://127.0.0.1:9/prom|http://h/?a=b|line 8: environments[0].sources[0].url cannot be used: an address",
                "X-Scope-OrgID: ml|X Y: ml|line 14: environments[0].sources[0].signIn.headers has a name that HTTP",
                "headers: {X-Scope-OrgID: ml}|proxy: foo|line 14: environments[0].sources[0].signIn.proxy must be host:port",
                "variable: PROM_TOKEN|variable:|line 13: environments[0].sources[0].signIn.secret.variable is missing",
                "variable: PROM_TOKEN|keyring: jml|signIn.secret.keyring must be service/account",
            })
    void aTypoIsNamedWithLineAndField(String right, String wrong, String said) throws Exception {
        var file = file(FULL.replace(right, wrong.replace("\\n", "\n")));

        assertThatThrownBy(() -> ProfileFile.read(file))
                .isInstanceOf(ProfileException.class)
                .hasMessageStartingWith("profile.yaml")
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "environments:|environments has no value",
                "environments: 5|environments must be a list",
                "environments: [null]|environments[0] has no value",
                "-|line 1: must have fields",
                "null|the profile is empty",
                "# only a comment|the profile is empty",
                "text|line 1: must have fields",
                "environments: []\\n---\\nenvironments: []|holds more than one document",
            })
    void aFileThatIsNoProfileIsSaidInPlainWords(String text, String said) throws Exception {
        var file = file(text.replace("\\n", "\n"));

        assertThatThrownBy(() -> ProfileFile.read(file))
                .isInstanceOf(ProfileException.class)
                .message()
                .startsWith("profile.yaml")
                .contains(said)
                .doesNotContain("jml.app", "java.", "JsonToken");
    }

    @Test
    void aBinaryFileIsNoText() throws Exception {
        var file = Files.write(folder.resolve("profile.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

        assertThatThrownBy(() -> ProfileFile.read(file)).hasMessage("profile.yaml: is not UTF-8 text");
    }

    @Test
    void aSecretThatStandsInTheFileIsRefusedAndNotRepeated() throws Exception {
        var inPlace = file(FULL.replace("{variable: PROM_TOKEN}", "hunter2hunter2"));
        assertThatThrownBy(() -> ProfileFile.read(inPlace))
                .hasMessageContaining("line 13: environments[0].sources[0].signIn.secret needs keyring, variable, file")
                .hasMessageNotContaining("hunter2");

        for (var url :
                new String[] {"http://me:hunter2@my_host/", "http://me:hunter2@h:99999/", "http://me:hunt er2@h/"}) {
            var inUrl = file(FULL.replace("http://127.0.0.1:9/prom", url));
            assertThatThrownBy(() -> ProfileFile.read(inUrl))
                    .hasMessageContaining("leave user and password out")
                    .hasMessageNotContaining("hunt");
        }
    }

    @Test
    void aServerMayHaveAnUnderscoreInItsName() throws Exception {
        var profile = ProfileFile.read(file(FULL.replace("127.0.0.1:9", "my_prom:9090")));

        assertThat(profile.source("Prometheus eu").orElseThrow().url()).hasToString("http://my_prom:9090/prom");
    }

    @Test
    void aProfileThatWasAskedForMustHaveSources() throws Exception {
        var file = file("environments: []\n");

        assertThatThrownBy(() -> ProfileFile.chosen(file, folder)).hasMessageContaining("has no sources");
        assertThat(ProfileFile.chosen(null, folder).isSimulated()).isTrue();
    }

    @Test
    void aRegistryMayTakeLongerThanOthersWhereNothingIsSaid() throws Exception {
        var registry = FULL.replace("product: prometheus", "product: mlflow")
                .replace("        selector: namespace=~\"ml-.*\"\n", "");

        assertThat(ProfileFile.read(file(registry))
                        .source("Prometheus eu")
                        .orElseThrow()
                        .timeout())
                .isEqualTo(Duration.ofMinutes(3));
        assertThat(ProfileFile.read(file(FULL)).source("cluster").orElseThrow().timeout())
                .isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aCurrencyNobodySetIsNotMadeUp() throws Exception {
        assertThat(ProfileFile.read(file(FULL.replace("currency: USD\n", ""))).shownCurrency())
                .isEqualTo(Currency.UNKNOWN);
        assertThat(Profile.simulated().shownCurrency()).isEqualTo(new Currency("EUR"));
    }

    @Test
    void twoSourcesOfOneNameAreRefused() throws Exception {
        var file = file(FULL.replace("name: cluster", "name: Prometheus eu"));

        assertThatThrownBy(() -> ProfileFile.read(file)).hasMessageContaining("source Prometheus eu is there twice");
    }

    @Test
    void aMissingFileIsSaidInOneLine() {
        assertThatThrownBy(() -> ProfileFile.read(folder.resolve("nowhere.yaml")))
                .isInstanceOf(ProfileException.class)
                .hasMessageContaining("no such profile");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("profile.yaml"), text);
    }
}
