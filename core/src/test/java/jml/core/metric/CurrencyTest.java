package jml.core.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CurrencyTest {
    @ParameterizedTest
    @CsvSource({
        "EUR,41,€41,€/h",
        "EUR,1840.5,'€1,840.50',€/h",
        "USD,0.125,$0.13,$/h",
        "CHF,41,CHF 41,CHF/h",
        "'',41.5,41.5,/h"
    })
    void anAmountHasItsSignAndNoCentsThatSayNothing(String code, double value, String amount, String unit) {
        var currency = new Currency(code);

        assertThat(currency.amount(value)).isEqualTo(amount);
        assertThat(currency.unit(Sli.COST)).isEqualTo(unit);
        assertThat(currency.unit(Sli.LATENCY_P95)).isEqualTo("ms");
    }

    @Test
    void aCodeThatIsNoneIsRefused() {
        assertThatThrownBy(() -> new Currency("EURO")).isInstanceOf(IllegalArgumentException.class);
    }
}
