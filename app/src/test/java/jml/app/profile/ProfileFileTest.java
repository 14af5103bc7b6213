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
                "http://127.0.0.1:9/prom|ftp://x/|line 8: environments[0].sources[0].url ftp://x/ is no http",
                "http://127.0.0.1:9/prom|http://me:pw@h/|line 8: environments[0].sources[0].url holds a user or password",
                "every: 30s|every: soon|line 9: environments[0].sources[0].every soon is no duration",
                "variable: PROM_TOKEN|literal: abc|signIn.secret literal is none of keyring",
                "sli: fidelity|sli: fidelty|line 25: objectives[0].sli fidelty is none of latency_p95",
                "atLeast: 97 %|atLeast: 97 ms|objectives[0].atLeast ms is not the unit of fidelity, which is %",
                "from: ^(.*)-svc$|from: ^(-svc$|identity.rewrites[0].from is no regular expression",
                "currency: USD|currency: dollars|line 1: currency dollars is no currency of ISO 4217",
                "currency: USD|currency: [|line",
            })
    void aTypoIsNamedWithLineAndField(String right, String wrong, String said) throws Exception {
        var file = file(FULL.replace(right, wrong));

        assertThatThrownBy(() -> ProfileFile.read(file))
                .isInstanceOf(ProfileException.class)
                .hasMessageStartingWith("profile.yaml")
                .hasMessageContaining(said);
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
