package jml.views.kit.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NavigationTest {
    private final Navigation navigation = new Navigation(Link.START);

    @Test
    void backReturnsToWhereThePersonWasWithItsFilters() {
        navigation.adjust(link -> link.withFilter("fraud"));
        navigation.go(navigation.here().to(ScreenId.CONNECTIONS));

        navigation.back();

        assertThat(navigation.here()).isEqualTo(Link.START.withFilter("fraud"));
        assertThat(navigation.canForwardProperty().get()).isTrue();
    }

    @Test
    void adjustingIsNoStep() {
        navigation.adjust(link -> link.withSelection("a"));
        navigation.adjust(link -> link.withSelection("b"));

        assertThat(navigation.canBackProperty().get()).isFalse();
    }

    @Test
    void goingSomewhereElseForgetsForward() {
        navigation.go(Link.START.withSelection("a"));
        navigation.back();

        navigation.go(Link.START.withSelection("b"));
        navigation.forward();

        assertThat(navigation.here().selection()).isEqualTo("b");
        assertThat(navigation.canForwardProperty().get()).isFalse();
    }

    @Test
    void anotherScreenKeepsTimeAndEnvironmentOnly() {
        var past = Link.START
                .withEnvironment("prod-eu")
                .withFilter("x")
                .withSelection("y")
                .withAt(java.time.Instant.parse("2026-11-11T14:00:00Z"));

        assertThat(past.to(ScreenId.CONNECTIONS).format())
                .isEqualTo("jml://connections?env=prod-eu&at=2026-11-11T14%3A00%3A00Z");
    }
}
