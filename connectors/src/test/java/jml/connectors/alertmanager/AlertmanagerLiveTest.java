package jml.connectors.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import jml.connectors.http.Access;
import jml.connectors.http.JsonHttp;
import jml.connectors.http.Limits;
import jml.core.alert.Alert;
import jml.core.alert.Alert.Severity;
import jml.core.alert.AlertSourceContract;
import jml.core.alert.SeverityRules;
import jml.core.alert.Silence;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// Against the lab's Alertmanager. Its alerts and its silence are told apart by a label of their own and end soon.
@EnabledIfEnvironmentVariable(named = "JML_LAB_ALERTMANAGER", matches = ".+")
class AlertmanagerLiveTest extends AlertSourceContract {
    private final String mark = UUID.randomUUID().toString();
    private final OkHttpClient client = new OkHttpClient();

    @BeforeEach
    void raiseAlertsAndSilenceOne() throws Exception {
        var soon = Instant.now().plus(1, ChronoUnit.MINUTES);
        post("silences", """
                {"matchers":[{"name":"mark","value":"%s","isRegex":false},
                             {"name":"severity","value":"ti.*","isRegex":true}],
                 "startsAt":"%s","endsAt":"%s","createdBy":"test","comment":"test"}""".formatted(mark, Instant.now(), soon));
        post("alerts", """
                [{"labels":{"alertname":"Paged","severity":"page","mark":"%1$s"},"endsAt":"%2$s"},
                 {"labels":{"alertname":"Ticketed \\"\\n\\u202e","severity":"ticket","mark":"%1$s"},"endsAt":"%2$s"}]""".formatted(mark, soon));
    }

    @Override
    protected AlertmanagerSource source() throws Exception {
        var http = JsonHttp.open("lab", System.getenv("JML_LAB_ALERTMANAGER"), Access.open(), Limits.standard());
        return new AlertmanagerSource(http, List.of("mark=\"" + mark + "\""), SeverityRules.USUAL);
    }

    @Test
    void whatWasRaisedFires() throws Exception {
        assertThat(source().firing())
                .satisfiesExactly(
                        paged -> {
                            assertThat(paged.name()).isEqualTo("Paged");
                            assertThat(paged.severity()).isEqualTo(Severity.PAGE);
                        },
                        ticketed -> {
                            assertThat(ticketed.name()).isEqualTo("Ticketed \"\n\u202e");
                            assertThat(ticketed.severity()).isEqualTo(Severity.TICKET);
                        });
    }

    @Test
    void theSilenceCoversTheTicketOnly() throws Exception {
        var firing = source().firing();

        assertThat(source().silences())
                .filteredOn(silence -> silence.matchers().getFirst().value().equals(mark))
                .singleElement()
                .satisfies(silence -> {
                    assertThat(silence.state()).isEqualTo(Silence.State.ACTIVE);
                    assertThat(firing)
                            .filteredOn(alert -> silence.covers(alert.labels()))
                            .extracting(Alert::severity)
                            .containsExactly(Severity.TICKET);
                });
    }

    private void post(String what, String json) throws Exception {
        var url = System.getenv("JML_LAB_ALERTMANAGER") + "/api/v2/" + what;
        var body = RequestBody.create(json, MediaType.get("application/json"));
        try (var response = client.newCall(
                        new Request.Builder().url(url).post(body).build())
                .execute()) {
            assertThat(response.isSuccessful())
                    .as("%s: %s", response.code(), response.body().string())
                    .isTrue();
        }
    }
}
