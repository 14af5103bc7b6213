package jml.store.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FactShelfTest {
    private final FactShelf shelf = new FactShelf(4);

    @Test
    void keepsNoMoreThanItHasPlacesFor() {
        for (int number = 0; number < 100; number++) {
            shelf.put(number, "fact " + number);
        }

        assertThat(shelf.get(95)).isNull();
        assertThat(shelf.get(96)).isEqualTo("fact 96");
        assertThat(shelf.get(99)).isEqualTo("fact 99");
    }

    @Test
    void whatItHasStaysWhenItGrows() {
        shelf.put(2, "two");
        shelf.expect(1000);
        shelf.put(6, "six");

        assertThat(shelf.get(2)).isEqualTo("two");
        assertThat(shelf.get(6)).isEqualTo("six");
    }
}
