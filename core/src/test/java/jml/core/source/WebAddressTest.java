package jml.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:9090",
                "https://metrics.example/prom/",
                "http://my_host:9090/x",
                "https://bücher.example/",
                "http://[::1]:9090/",
                "HTTP://host/a@b"
            })
    void whatServersAreReallyCalledIsAnAddress(String text) {
        assertThat(WebAddress.of(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://host/, starts with http",
        "host:9090, starts with http",
        "http:///x, names no server",
        "http://:9090/, names no server",
        "http://host:99999/, a number from 1 to 65535",
        "http://host:0/, a number from 1 to 65535",
        "http://host:web/, a number from 1 to 65535",
        "http://host/?a=b, before any ? or #",
        "http://host/#a, before any ? or #",
        "http://a b/, a character that no name has",
        "http://host/a b, character at 14 that must be escaped",
    })
    void anythingElseIsSaidInPlainWords(String text, String said) {
        assertThatThrownBy(() -> WebAddress.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(said)
                .hasMessageNotContaining(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://me:hunter2@host/", "http://me:hunter2@my_host", "me:hunter2@host"})
    void aPasswordIsNeverQuoted(String text) {
        assertThatThrownBy(() -> WebAddress.of(text))
                .hasMessageContaining("leave user and password out")
                .hasMessageNotContaining("hunter2");
    }
}
