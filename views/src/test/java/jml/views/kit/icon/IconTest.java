package jml.views.kit.icon;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.shape.SVGPath;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IconTest {
    @ParameterizedTest
    @EnumSource(Icon.class)
    void everyIconDrawsInsideItsSquare(Icon icon) {
        var path = new SVGPath();
        path.setContent(icon.line() + icon.dashed());

        var bounds = path.getLayoutBounds();
        assertThat(Math.max(bounds.getWidth(), bounds.getHeight())).isGreaterThan(5);
        assertThat(bounds.getMinX()).isGreaterThanOrEqualTo(-0.5);
        assertThat(bounds.getMinY()).isGreaterThanOrEqualTo(-0.5);
        assertThat(bounds.getMaxX()).isLessThanOrEqualTo(16.5);
        assertThat(bounds.getMaxY()).isLessThanOrEqualTo(16.5);
    }
}
