package jml.views.kit.table;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Labeled;
import javafx.scene.text.Text;
import jml.views.kit.chart.MeterBar;
import jml.views.kit.chart.Points;
import jml.views.kit.chart.Scale;
import jml.views.kit.chart.Sparkline;
import jml.views.kit.icon.Icon;
import jml.views.kit.icon.IconView;
import jml.views.kit.icon.StateLook;
import org.jspecify.annotations.Nullable;

/// The kinds of cell a fleet table has.
public final class Cells {
    private static final Map<CellText.Tone, PseudoClass> TONES = new EnumMap<>(Map.of(
            CellText.Tone.DIM, PseudoClass.getPseudoClass("dim"),
            CellText.Tone.ATTENTION, PseudoClass.getPseudoClass("attention"),
            CellText.Tone.BREACHING, PseudoClass.getPseudoClass("breaching")));

    /// A state and the word that stands for it in this row: "Stale 7 min".
    public record StateWord(StateLook state, String word) {
        public static StateWord of(StateLook state) {
            return new StateWord(state, state.word());
        }
    }

    /// An icon and a word in one ink, as what is no model's state: a verdict, a kind.
    ///
    /// @param ink style class of its colour, `ink-breaching`
    public record Word(Icon icon, String ink, String word) {}

    /// A small thing drawn before a cell's text, and the text.
    ///
    /// `N` is the node that draws it.
    public interface Beside<N extends Node, R> {
        N node();

        /// Draws the row on the node and returns the text beside it.
        String show(N node, R row);
    }

    /// What serves, and what is on its way: "v16" and "v17 25%"; empty for no canary.
    public record Arms(String baseline, String canary) {}

    /// A sparkline's points and tone.
    public record Trend(Points points, Sparkline.Tone tone) {}

    /// A bar's fraction (NaN for none) and tone.
    public record Meter(double fraction, MeterBar.Tone tone) {}

    private Cells() {}

    /// Text with a tone.
    public static <R> CellContent<R> text(Function<R, CellText> of) {
        return cell -> new TextPainter<>(cell, of);
    }

    /// Icon and word of a state.
    public static <R> CellContent<R> state(Function<R, StateWord> of) {
        return cell -> new StatePainter<>(cell, of);
    }

    /// Icon and word in one ink.
    public static <R> CellContent<R> word(Function<R, Word> of) {
        return cell -> new WordPainter<>(cell, of);
    }

    /// A drawing and text after it.
    public static <N extends Node, R> CellContent<R> beside(Beside<N, R> beside) {
        return cell -> {
            var node = beside.node();
            return new CellContent.Painter<>() {
                @Override
                public void show(R row) {
                    cell.setText(beside.show(node, row));
                    cell.setGraphic(node);
                }

                @Override
                public void clear() {
                    cell.setText(null);
                    cell.setGraphic(null);
                }
            };
        };
    }

    /// The version in service, an arrow and the canary in its colour.
    public static <R> CellContent<R> arms(Function<R, Arms> of) {
        return cell -> new ArmsPainter<>(cell, of);
    }

    /// A sparkline; every row of the column is drawn on `scale`, so that rows compare.
    public static <R> CellContent<R> trend(String name, Scale scale, Function<R, Trend> of) {
        return trend(name, scale, Double.NaN, of);
    }

    /// A sparkline with a hair line at `limit`.
    public static <R> CellContent<R> trend(String name, Scale scale, double limit, Function<R, Trend> of) {
        return cell -> {
            var spark = new Sparkline(name, 74, 20).limit(limit);
            return graphic(cell, spark, row -> {
                var trend = of.apply(row);
                spark.show(trend.points, scale, trend.tone);
            });
        };
    }

    /// A bar of a share.
    public static <R> CellContent<R> meter(String name, Function<R, Meter> of) {
        return cell -> {
            var bar = new MeterBar(name);
            return graphic(cell, bar, row -> {
                var meter = of.apply(row);
                bar.show(meter.fraction, meter.tone);
            });
        };
    }

    private static <R> CellContent.Painter<R> graphic(Labeled cell, Node node, Consumer<R> show) {
        cell.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        return new CellContent.Painter<>() {
            @Override
            public void show(R row) {
                show.accept(row);
                cell.setGraphic(node);
            }

            @Override
            public void clear() {
                cell.setGraphic(null);
            }
        };
    }

    private record TextPainter<R>(Labeled cell, Function<R, CellText> of) implements CellContent.Painter<R> {
        @Override
        public void show(R row) {
            var text = of.apply(row);
            cell.setText(text.text());
            tone(text.tone());
        }

        @Override
        public void clear() {
            cell.setText(null);
            tone(CellText.Tone.PLAIN);
        }

        private void tone(CellText.Tone tone) {
            TONES.forEach((each, pseudoClass) -> cell.pseudoClassStateChanged(pseudoClass, each == tone));
        }
    }

    private static final class StatePainter<R> implements CellContent.Painter<R> {
        private final Labeled cell;
        private final Function<R, StateWord> of;
        private final IconView icon = new IconView(IconView.Size.SMALL);
        private @Nullable StateLook shown;

        StatePainter(Labeled cell, Function<R, StateWord> of) {
            this.cell = cell;
            this.of = of;
            cell.getStyleClass().addAll("state", "state-plain");
        }

        @Override
        public void show(R row) {
            var state = of.apply(row);
            cell.setText(state.word);
            cell.setGraphic(icon);
            if (state.state != shown) {
                if (shown != null) {
                    cell.getStyleClass().remove(shown.styleClass());
                }
                cell.getStyleClass().add(state.state.styleClass());
                icon.show(state.state.icon());
                shown = state.state;
            }
        }

        @Override
        public void clear() {
            cell.setText(null);
            cell.setGraphic(null);
        }
    }

    private static final class WordPainter<R> implements CellContent.Painter<R> {
        private final Labeled cell;
        private final Function<R, Word> of;
        private final IconView icon = new IconView(IconView.Size.SMALL);
        private String ink = "";

        WordPainter(Labeled cell, Function<R, Word> of) {
            this.cell = cell;
            this.of = of;
            cell.getStyleClass().add("medium");
        }

        @Override
        public void show(R row) {
            var word = of.apply(row);
            cell.setText(word.word);
            icon.show(word.icon);
            cell.setGraphic(icon);
            if (!word.ink.equals(ink)) {
                cell.getStyleClass().remove(ink);
                cell.getStyleClass().add(word.ink);
                ink = word.ink;
            }
        }

        @Override
        public void clear() {
            cell.setText(null);
            cell.setGraphic(null);
        }
    }

    private static final class ArmsPainter<R> implements CellContent.Painter<R> {
        private static final String ARROW = " → ";

        private final Labeled cell;
        private final Function<R, Arms> of;
        private final Text canary = new Text();

        ArmsPainter(Labeled cell, Function<R, Arms> of) {
            this.cell = cell;
            this.of = of;
            cell.setContentDisplay(ContentDisplay.RIGHT);
            cell.getStyleClass().add("arms");
            canary.getStyleClass().add("arms-canary");
        }

        @Override
        public void show(R row) {
            var arms = of.apply(row);
            var both = !arms.canary.isEmpty();
            cell.setText(both ? arms.baseline + ARROW : arms.baseline);
            canary.setText(arms.canary);
            cell.setGraphic(both ? canary : null);
        }

        @Override
        public void clear() {
            cell.setText(null);
            cell.setGraphic(null);
        }
    }
}
