package jml.core.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import jml.core.registry.ModelRegistry.Signature;
import jml.core.registry.ModelRegistry.Signature.Column;
import org.junit.jupiter.api.Test;

class ContractChangeTest {
    private static Signature inputs(Column... columns) {
        return new Signature(List.of(columns), List.of(new Column("score", "double", true)), List.of());
    }

    private static Column column(String name, String type, boolean required) {
        return new Column(name, type, required);
    }

    @Test
    void aRemovedANewlyRequiredAndARetypedInputBreakCallers() {
        var from =
                inputs(column("merchant_id", "string", true), column("age", "long", false), column("x", "long", true));
        var to = inputs(
                column("merchant_id", "long", true),
                column("age", "long", true),
                column("payments_7d", "double", true));

        assertThat(ContractChange.between(from, to).breaking())
                .containsExactly(
                        "input merchant_id string → long",
                        "input age is required now",
                        "input x is gone",
                        "input payments_7d is new and required");
    }

    @Test
    void whatCallersNeedNotKnowBreaksNothing() {
        var from = inputs(column("a", "long", true));
        var to = inputs(column("a", "long", false), column("b", "long", false));

        var change = ContractChange.between(from, to);

        assertThat(change.breaking()).isEmpty();
        assertThat(change.harmless()).containsExactly("input a may be left out", "input b is new");
        assertThat(ContractChange.between(from, from)).isEqualTo(new ContractChange(List.of(), List.of()));
    }

    @Test
    void anOutputThatIsGoneBreaksItsReaders() {
        var from = inputs(column("", "tensor", true));
        var to = new Signature(List.of(column("", "tensor", true)), List.of(column("p", "double", true)), List.of());

        var change = ContractChange.between(from, to);

        assertThat(change.breaking()).containsExactly("output score is gone");
        assertThat(change.harmless()).containsExactly("output p is new");
    }
}
