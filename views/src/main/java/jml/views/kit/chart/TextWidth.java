package jml.views.kit.chart;

import javafx.scene.text.Font;
import javafx.scene.text.Text;

/// How wide a text will be, so that labels can be placed before they are drawn. FX thread.
final class TextWidth {
    private static final Text PROBE = new Text();

    private TextWidth() {}

    static double of(String text, Font font) {
        PROBE.setFont(font);
        PROBE.setText(text);
        return PROBE.getLayoutBounds().getWidth();
    }
}
