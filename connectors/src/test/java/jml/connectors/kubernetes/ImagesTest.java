package jml.connectors.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImagesTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
        ranker:v7,                                   v7,   ''
        registry.example:5000/team/ranker:7.1,       7.1,  ''
        registry.example:5000/team/ranker,           '',   ''
        ranker:latest,                               '',   ''
        ranker:v7@sha256:ab,                         v7,   sha256:ab
        registry.example/ranker@sha256:ab,           '',   sha256:ab
        docker-pullable://registry/ranker@sha256:ab, '',   sha256:ab
        '',                                          '',   ''
        """)
    void aReferenceHasATagAndADigest(String image, String tag, String digest) {
        assertThat(Images.tag(image)).isEqualTo(tag);
        assertThat(Images.digest(image)).isEqualTo(digest);
    }

    @Test
    void theMoreSpecialLabelNamesTheVersion() {
        var labels = Map.of("app.kubernetes.io/version", "server-2.1", "model-version", "12");

        assertThat(Images.modelVersion("ranker:v7", labels)).isEqualTo("12");
        assertThat(Images.modelVersion("ranker:v7", labels, Map.of("jml.dev/model-version", "13")))
                .isEqualTo("13");
        assertThat(Images.modelVersion("ranker:v7", Map.of("model-version", " ")))
                .isEqualTo("v7");
    }
}
