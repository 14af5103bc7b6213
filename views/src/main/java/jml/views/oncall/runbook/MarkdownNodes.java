package jml.views.oncall.runbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import jml.views.kit.Sentence;
import org.commonmark.ext.task.list.items.TaskListItemMarker;
import org.commonmark.ext.task.list.items.TaskListItemsExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.Parser;

/// CommonMark as nodes of the kit. Task list items become ticks, counted from the top; HTML is shown as text, never
/// interpreted. Deeper nesting than ten levels is shown flat.
final class MarkdownNodes {
    /// Somebody ticked or unticked a step.
    @FunctionalInterface
    interface OnTick {
        void ticked(int step, boolean done);
    }

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TaskListItemsExtension.create()))
            .build();
    private static final int DEEPEST = 10;

    private final Set<Integer> ticked;
    private final OnTick onTick;
    private final Consumer<String> openAddress;
    private int steps;

    /// @param ticked indexes of the steps done already
    /// @param openAddress what a link does
    MarkdownNodes(Set<Integer> ticked, OnTick onTick, Consumer<String> openAddress) {
        this.ticked = ticked;
        this.onTick = onTick;
        this.openAddress = openAddress;
    }

    /// One column of nodes. FX thread; use once.
    VBox of(String markdown) {
        return blocks(PARSER.parse(markdown), 0);
    }

    /// How many steps there were.
    int steps() {
        return steps;
    }

    private VBox blocks(org.commonmark.node.Node parent, int depth) {
        var box = new VBox();
        box.getStyleClass().add("markdown");
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            if (!(node instanceof TaskListItemMarker)) {
                box.getChildren().add(block(node, depth));
            }
        }
        return box;
    }

    private Node block(org.commonmark.node.Node node, int depth) {
        if (depth > DEEPEST) {
            return Sentence.of(plain(node));
        }
        return switch (node) {
            case Heading heading -> heading(heading);
            case BulletList list -> list(list, null, depth);
            case OrderedList list -> list(list, list.getMarkerStartNumber(), depth);
            case FencedCodeBlock code -> code(code.getLiteral());
            case IndentedCodeBlock code -> code(code.getLiteral());
            case HtmlBlock html -> code(html.getLiteral());
            case ThematicBreak _ -> rule();
            case BlockQuote quote -> {
                var box = blocks(quote, depth + 1);
                box.getStyleClass().add("markdown-quote");
                yield box;
            }
            default -> inline(node);
        };
    }

    private Node heading(Heading heading) {
        var label = new Label(plain(heading));
        label.setWrapText(true);
        label.getStyleClass().addAll(heading.getLevel() <= 2 ? "t-title" : "t-section", "markdown-heading");
        return label;
    }

    private Node list(org.commonmark.node.Node list, @org.jspecify.annotations.Nullable Integer first, int depth) {
        var box = new VBox();
        box.getStyleClass().add("markdown-list");
        var number = first == null ? 0 : first;
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            var marker = item.getFirstChild() instanceof TaskListItemMarker ? tick() : bullet(first, number++);
            var content = blocks(item, depth + 1);
            HBox.setHgrow(content, Priority.ALWAYS);
            var line = new HBox(marker, content);
            line.getStyleClass().add("markdown-item");
            box.getChildren().add(line);
        }
        return box;
    }

    private Region tick() {
        var step = steps++;
        var box = new CheckBox();
        box.setSelected(ticked.contains(step));
        box.setAccessibleText("step " + (step + 1));
        box.getStyleClass().add("markdown-tick");
        box.selectedProperty().subscribe((_, done) -> onTick.ticked(step, done));
        return box;
    }

    private static Region bullet(@org.jspecify.annotations.Nullable Integer first, int number) {
        var label = new Label(first == null ? "•" : number + ".");
        label.getStyleClass().add("markdown-bullet");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private static Node code(String text) {
        var label = new Label(text.stripTrailing());
        label.getStyleClass().addAll("mono", "markdown-code");
        label.setMaxWidth(Double.MAX_VALUE);
        label.setWrapText(true);
        return label;
    }

    private static Node rule() {
        var rule = new Region();
        rule.getStyleClass().add("markdown-rule");
        return rule;
    }

    private Sentence inline(org.commonmark.node.Node parent) {
        var sentence = Sentence.of("");
        for (var node = parent.getFirstChild(); node != null; node = node.getNext()) {
            add(sentence, node);
        }
        return sentence;
    }

    private void add(Sentence sentence, org.commonmark.node.Node node) {
        switch (node) {
            case Text text -> sentence.plain(text.getLiteral());
            case Code code -> sentence.code(code.getLiteral());
            case StrongEmphasis strong -> sentence.strong(plain(strong));
            case Link link -> sentence.getChildren().add(link(link));
            case SoftLineBreak _ -> sentence.plain(" ");
            case HardLineBreak _ -> sentence.plain("\n");
            case HtmlInline html -> sentence.code(html.getLiteral());
            default -> sentence.plain(plain(node));
        }
    }

    private Node link(Link link) {
        var address = link.getDestination();
        return jml.views.kit.Links.of(new jml.views.kit.Action(
                plain(link).isBlank() ? address : plain(link), () -> openAddress.accept(address)));
    }

    /// The words of a node and everything below it.
    private static String plain(org.commonmark.node.Node node) {
        var words = new ArrayList<String>();
        collect(node, words, 0);
        return String.join("", words);
    }

    private static void collect(org.commonmark.node.Node node, List<String> words, int depth) {
        switch (node) {
            case Text text -> words.add(text.getLiteral());
            case Code code -> words.add(code.getLiteral());
            case SoftLineBreak _, HardLineBreak _ -> words.add(" ");
            default -> {
                for (var child = node.getFirstChild(); child != null && depth < 100; child = child.getNext()) {
                    collect(child, words, depth + 1);
                }
            }
        }
    }
}
