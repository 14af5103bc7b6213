package jml.views.kit.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import jml.core.fleet.ModelState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkTest {
    @Test
    void everyPartComesBack() {
        var link = new Link(
                ScreenId.ON_CALL,
                "prod-eu",
                "fraud !edge \"two words\"",
                Set.of(ModelState.BREACHING, ModelState.TOO_LITTLE_DATA),
                "sources",
                "fraud-scorer",
                Instant.parse("2026-11-11T14:32:06Z"));

        assertThat(Link.parse(link.format())).contains(link);
    }

    @Test
    void itIsReadByPeople() {
        var link = Link.START.withEnvironment("prod-eu").withSelection("fraud-scorer");

        assertThat(link.format()).isEqualTo("jml://on-call?env=prod-eu&select=fraud-scorer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a&b=c", "100% \"quoted\"", "line\nbreak", "\u202Eright-to-left", "smörgås?#", "=+"})
    void hostileNamesSurvive(String name) {
        var link = Link.START.withSelection(name).withFilter(name);

        assertThat(Link.parse(link.format())).contains(link);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://on-call", "jml://", "jml://nowhere", "on-call"})
    void whatIsNoLinkIsNone(String text) {
        assertThat(Link.parse(text)).isEmpty();
    }

    @Test
    void aDamagedPartIsLeftOut() {
        assertThat(Link.parse(" JML://connections?at=yesterday&state=fine,breaching&select=%zz&x "))
                .contains(Link.START.to(ScreenId.CONNECTIONS).withStates(Set.of(ModelState.BREACHING)));
    }
}
