package jml.connectors.mlflow;

import static jml.connectors.mlflow.RecordedMlflow.MODELS;
import static jml.connectors.mlflow.RecordedMlflow.VERSIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jml.connectors.RecordedServer;
import jml.connectors.http.Access;
import jml.connectors.http.JsonHttp;
import jml.connectors.http.Limits;
import jml.core.registry.ModelVersion;
import jml.core.registry.ModelVersion.Status;
import jml.core.registry.RegisteredModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What happens when a registry changes while its pages are read, and what else pages may hold.
class MlflowPagesTest {
    private RecordedServer server;
    private MlflowRegistry registry;

    @BeforeEach
    void start() throws Exception {
        server = new RecordedServer();
        server.answer(MODELS, "{}").answer(VERSIONS, "{}");
        registry = new MlflowRegistry(JsonHttp.open("registry", server.url(), Access.open(), Limits.standard()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void anEmptyRegistryHasNoModels() throws Exception {
        assertThat(registry.models()).isEmpty();
    }

    @Test
    void shortAndEmptyPagesAreNotTheLast() throws Exception {
        server.answer(MODELS, models("\"a\"", "t1"));
        server.answer(MODELS + "?page_token=t1", "{\"next_page_token\":\"t2\"}");
        server.answer(MODELS + "?page_token=t2", models("\"b\"", ""));

        assertThat(names()).containsExactly("a", "b");
    }

    @Test
    void aModelThatComesTwiceIsToldOnce() throws Exception {
        server.answer(MODELS, models("\"a\",\"b\"", "t1"));
        server.answer(MODELS + "?page_token=t1", models("\"b\",\"c\"", ""));

        assertThat(names()).containsExactly("a", "b", "c");
    }

    @Test
    void aModelThatADeletionHidBehindAPageIsLookedForAgain() throws Exception {
        server.answer(VERSIONS, versions("a", "b", "c"));
        server.answer(MODELS, models("\"a\"", "t1"), models("\"b\"", "t1"));
        server.answer(MODELS + "?page_token=t1", models("\"c\"", ""));

        assertThat(names()).containsExactly("b", "c");
        assertThat(pagesOfModelsAsked()).isEqualTo(4);
    }

    @Test
    void aModelThatMayNotBeReadIsLookedForAgainOnlyOnce() throws Exception {
        server.answer(VERSIONS, versions("a", "b", "secret"));
        server.answer(MODELS, models("\"a\"", "t1"));
        server.answer(MODELS + "?page_token=t1", models("\"b\"", ""));

        assertThat(names()).containsExactly("a", "b");
        assertThat(names()).containsExactly("a", "b");

        assertThat(pagesOfModelsAsked()).isEqualTo(2 + 2 + 2);
    }

    @Test
    void aVersionRegisteredMeanwhileIsFoundAmongTheLatest() throws Exception {
        server.answer(VERSIONS, versions("a"));
        server.answer(MODELS, """
                {"registered_models":[{"name":"a","latest_versions":[
                    {"name":"a","version":"2","creation_timestamp":2000}]}]}""");

        assertThat(registry.models())
                .flatExtracting(RegisteredModel::versions)
                .extracting(ModelVersion::version)
                .containsExactly("2", "1");
    }

    @Test
    void theTenthVersionIsNewerThanTheNinth() throws Exception {
        server.answer(MODELS, models("\"a\"", ""));
        server.answer(VERSIONS, """
                {"model_versions":[{"name":"a","version":"9"},{"name":"a","version":"10"},{"name":"a","version":"8"}]}""");

        assertThat(registry.models())
                .flatExtracting(RegisteredModel::versions)
                .extracting(ModelVersion::version)
                .containsExactly("10", "9", "8");
    }

    @Test
    void aStatusSaysWhetherAVersionCanBeUsed() throws Exception {
        server.answer(MODELS, models("\"a\"", ""));
        server.answer(VERSIONS, """
                {"model_versions":[
                    {"name":"a","version":"6","creation_timestamp":6,"status":"READY","current_stage":"Archived"},
                    {"name":"a","version":"5","creation_timestamp":5,"current_stage":"None"},
                    {"name":"a","version":"4","creation_timestamp":4,"status":"READY"},
                    {"name":"a","version":"3","creation_timestamp":3,"status":"PENDING_REGISTRATION"},
                    {"name":"a","version":"2","creation_timestamp":2,"status":"FAILED_REGISTRATION"},
                    {"name":"a","version":"1","creation_timestamp":1,"status":"ON_HOLD"}]}""");

        assertThat(registry.models())
                .flatExtracting(RegisteredModel::versions)
                .extracting(ModelVersion::status)
                .containsExactly(
                        Status.ARCHIVED, Status.READY, Status.READY, Status.PENDING, Status.FAILED, Status.UNKNOWN);
    }

    @Test
    void aMovedAliasMakesANewModel() throws Exception {
        server.answer(MODELS, aliased("1"), aliased("2"));

        var before = registry.models().getFirst();
        var after = registry.models().getFirst();

        assertThat(before.aliases()).containsEntry("champion", "1");
        assertThat(after.aliases()).containsEntry("champion", "2");
    }

    private List<String> names() throws Exception {
        return registry.models().stream().map(RegisteredModel::name).toList();
    }

    private long pagesOfModelsAsked() {
        return server.asked().stream()
                .filter(url -> url.encodedPath().endsWith("registered-models/search"))
                .count();
    }

    private static String models(String names, String token) {
        return "{\"registered_models\":[" + names.replaceAll("(\"\\w+\")", "{\"name\":$1}") + "],\"next_page_token\":\""
                + token + "\"}";
    }

    private static String versions(String... names) {
        var rows = List.of(names).stream()
                .map("{\"name\":\"%s\",\"version\":\"1\",\"creation_timestamp\":1000}"::formatted)
                .toList();
        return "{\"model_versions\":[" + String.join(",", rows) + "]}";
    }

    private static String aliased(String version) {
        return "{\"registered_models\":[{\"name\":\"a\",\"aliases\":[{\"alias\":\"champion\",\"version\":\"" + version
                + "\"}]}]}";
    }
}
