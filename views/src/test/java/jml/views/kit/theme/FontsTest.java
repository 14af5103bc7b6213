package jml.views.kit.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.scene.text.Text;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FontsTest {
    @ParameterizedTest
    @ValueSource(strings = {Fonts.REGULAR, Fonts.MEDIUM, Fonts.SEMIBOLD, Fonts.MONO})
    void digitsOfOneSizeAreEquallyWide(String family) {
        Fonts.load();

        assertThat(Fonts.of(family, 13).getFamily()).isEqualTo(family);
        // The weights between are rounded to a font unit, less than anyone can see; proportional ones differ by 9 px.
        assertThat(width("1,111", family)).isCloseTo(width("4,444", family), within(0.1));
    }

    @ParameterizedTest
    @ValueSource(strings = {Fonts.REGULAR, Fonts.MEDIUM, Fonts.SEMIBOLD})
    void proportionalLettersStayProportional(String family) {
        Fonts.load();

        assertThat(width("iiii", family)).isLessThan(width("mmmm", family));
    }

    private static double width(String text, String family) {
        var node = new Text(text);
        node.setFont(Fonts.of(family, 13));
        return node.getLayoutBounds().getWidth();
    }
}
