package jml.views.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jml.core.source.SourceSettings;
import jml.core.source.SourceSettings.Product;
import jml.core.source.SourceSettings.SecretPlace;
import jml.core.source.SourceSettings.SignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DraftCheckTest {
    private final SourceDraft draft = SourceDraft.empty("prod-eu");

    DraftCheckTest() {
        draft.set(Field.NAME, "Prometheus eu");
        draft.set(Field.ADDRESS, "https://prometheus.example:9090/prefix");
    }

    @Test
    void settingsComeBackAsTheyWere() {
        var settings = new SourceSettings(
                "Alertmanager eu",
                "prod-eu",
                Product.ALERTMANAGER,
                URI.create("https://alerts.example"),
                null,
                "",
                List.of(),
                "team=~\"fraud\"",
                new SignIn(
                        SignIn.Method.BASIC,
                        "viewer",
                        new SecretPlace(SecretPlace.Kind.KEYRING, "jml/alerts"),
                        null,
                        null,
                        "/etc/ca.pem",
                        Map.of("X-Scope-OrgID", "team"),
                        "proxy:3128"),
                Duration.ofMillis(1500),
                Duration.ofMinutes(2));

        assertThat(new DraftCheck(SourceDraft.of(settings), Set.of()).settings())
                .contains(settings);
    }

    @Test
    void aClusterNeedsNoAddress() {
        draft.set(Field.KIND, Product.KUBERNETES.name());
        draft.set(Field.ADDRESS, "");
        draft.set(Field.CONTEXT, "prod-eu");
        draft.set(Field.NAMESPACES, "ml, fraud");

        assertThat(new DraftCheck(draft, Set.of()).settings()).hasValueSatisfying(it -> {
            assertThat(it.url()).isNull();
            assertThat(it.context()).isEqualTo("prod-eu");
            assertThat(it.namespaces()).containsExactly("ml", "fraud");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NAME||A source needs a name.",
                "NAME|MLflow|Another source has this name.",
                "ENVIRONMENT||Say which environment it serves.",
                "ADDRESS|prometheus:9090|An address starts with http:// or https://.",
                "ADDRESS|https://|The address names no server.",
                "ADDRESS|http://host:99999|The port must be a number from 1 to 65535.",
                "ADDRESS|https://me:secret@prometheus|Leave user and password out of the address; sign-in has its own fields.",
                "HEADERS|X-Scope-OrgID team|A header is \"Name: value\", not \"X-Scope-OrgID team\".",
                "PROXY|http://proxy|A proxy is host:port.",
                "INTERVAL|soon|A time like 15 s, 500 ms or 2 min.",
                "TIMEOUT|0 s|A time like 15 s, 500 ms or 2 min."
            })
    void whatIsWrongIsSaidAtItsField(Field field, String typed, String sentence) {
        draft.set(field, typed == null ? "" : typed);

        var check = new DraftCheck(draft, Set.of("MLflow"));

        assertThat(check.problems()).isEqualTo(Map.of(field, sentence));
        assertThat(check.settings()).isEmpty();
    }

    @Test
    void aSecretIsNeverAskedForOnlyItsPlace() {
        draft.set(Field.METHOD, SignIn.Method.BEARER.name());

        assertThat(new DraftCheck(draft, Set.of()).problems())
                .isEqualTo(Map.of(Field.SECRET, "Say where the secret is kept; the secret itself is never stored."));
    }

    @ParameterizedTest
    @CsvSource({"15 s,15 s", "15,15 s", "500ms,500 ms", "2 min,2 min", "120s,2 min", "1 h,60 min"})
    void timesAreReadAsPeopleTypeThem(String typed, String shown) {
        assertThat(DurationText.parse(typed).map(DurationText::of)).contains(shown);
    }
}
