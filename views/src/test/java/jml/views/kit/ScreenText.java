package jml.views.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;
import jml.views.kit.chart.Drawing;

/// The visible text of a node in reading order, one line of the screen a line; what text goldens compare.
///
/// A drawing stands as its accessible text in brackets. Words of one line are separated by two spaces.
public final class ScreenText {
    private static final double SAME_LINE = 6;

    private record Word(String text, double x, double y) {}

    private ScreenText() {}

    /// Reads `node`, which must be styled and laid out. FX thread.
    public static String of(Node node) {
        var words = new ArrayList<Word>();
        collect(node, words);
        words.sort((a, b) -> Double.compare(a.y, b.y));
        var lines = new ArrayList<List<Word>>();
        for (var word : words) {
            if (lines.isEmpty() || word.y - lines.getLast().getFirst().y > SAME_LINE) {
                lines.add(new ArrayList<>());
            }
            lines.getLast().add(word);
        }
        var text = new StringBuilder();
        for (var line : lines) {
            line.sort((a, b) -> Double.compare(a.x, b.x));
            text.append(String.join("  ", line.stream().map(Word::text).toList()))
                    .append('\n');
        }
        return text.toString();
    }

    private static void collect(Node node, List<Word> words) {
        if (!node.isVisible()) {
            return;
        }
        switch (node) {
            case Text text -> add(text.getText(), text, words);
            case Drawing drawing -> {
                var said = drawing.queryAccessibleAttribute(AccessibleAttribute.TEXT);
                add(said == null ? "" : "[" + said + "]", drawing, words);
            }
            case TextInputControl field when field.getText().isEmpty() -> add(field.getPromptText(), field, words);
            case Parent parent -> parent.getChildrenUnmodifiable().forEach(child -> collect(child, words));
            default -> {}
        }
    }

    private static void add(String text, Node node, List<Word> words) {
        if (!text.isBlank()) {
            Bounds bounds = node.localToScene(node.getBoundsInLocal());
            words.add(new Word(text.strip(), bounds.getMinX(), bounds.getCenterY()));
        }
    }
}
