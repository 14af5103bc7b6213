package jml.store.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FactsTest {
    private Handle db;
    private final Facts facts = new Facts(1);

    @BeforeEach
    void open() {
        db = Jdbi.open("jdbc:h2:mem:facts");
        db.execute("CREATE TABLE fact (timeline INTEGER, number BIGINT, kind VARCHAR, hash BYTEA, body BYTEA)");
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void noNumberIsGivenTwiceEvenWhenTheNewestFactIsNotNeededAnyMore() {
        long first = number("v1");
        long newest = number("v2");

        facts.deleteExcept(db, used -> used == first);
        facts.forgetWritten();

        assertThat(number("v3")).isGreaterThan(newest);
        assertThat(read(first)).isEqualTo("v1");
    }

    @Test
    void aNumberOfATransactionThatFailedNamesAnotherValueAfterwards() {
        db.begin();
        long lost = number("never committed");
        db.rollback();
        facts.forget();

        assertThat(number("v1")).isEqualTo(lost);
        assertThat(read(lost)).isEqualTo("v1");
    }

    @Test
    void manyMoreFactsThanAreKeptInMemoryAreAllRead() {
        long[] numbers = new long[10_000];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number("v" + i);
        }

        List<String> read = facts.list(db, FactKind.VERSION, String.class, numbers);

        assertThat(read).startsWith("v0", "v1").endsWith("v9998", "v9999").hasSize(numbers.length);
    }

    private long number(String version) {
        return facts.number(db, FactKind.VERSION, version);
    }

    private String read(long number) {
        return facts.list(db, FactKind.VERSION, String.class, new long[] {number})
                .getFirst();
    }
}
