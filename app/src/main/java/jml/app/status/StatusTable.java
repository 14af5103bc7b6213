package jml.app.status;

import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import jml.core.fleet.FigureWords;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Sentences;
import jml.core.fleet.WorseArm;
import jml.core.metric.Currency;
import jml.core.metric.Sli;
import jml.core.source.SourceHealth;
import jml.core.text.Words;

/// A snapshot as a terminal shows it: models worst first, each with the figures that On-call shows, then what cannot be
/// matched, then the sources.
public final class StatusTable {
    private static final List<Sli> SHOWN = List.of(Sli.LATENCY_P95, Sli.SUCCESS, Sli.FIDELITY, Sli.DRIFT, Sli.TRAFFIC);

    private static final int CELL = 60;
    private static final int SENTENCE = 200;

    private final FleetSnapshot snapshot;
    private final Sentences sentences;

    /// @param currency costs are written in
    public StatusTable(FleetSnapshot snapshot, Currency currency) {
        this.snapshot = snapshot;
        this.sentences = new Sentences(ZoneId.systemDefault(), currency);
    }

    public String text() {
        var lines = new ArrayList<List<String>>();
        lines.add(heads());
        WorstFirst.rows(snapshot).forEach(row -> lines.add(printable(model(row))));
        var text = new StringBuilder(snapshot.origin().word())
                .append(" fleet at ")
                .append(snapshot.at().truncatedTo(ChronoUnit.SECONDS))
                .append(", ")
                .append(Words.count(snapshot.size(), "model"))
                .append("\n\n")
                .append(aligned(lines));
        if (!snapshot.unmatched().isEmpty()) {
            text.append('\n');
            snapshot.unmatched().forEach(it -> text.append("no model: ")
                    .append(nameless(it.what()))
                    .append(" (")
                    .append(Words.oneLine(it.reason(), SENTENCE))
                    .append(it.rule().isBlank() ? ")" : "); would match: " + Words.oneLine(it.rule(), SENTENCE))
                    .append('\n'));
        }
        text.append('\n');
        snapshot.sources().forEach(source -> text.append(source(source)).append('\n'));
        return text.toString();
    }

    private static List<String> heads() {
        var heads = new ArrayList<>(List.of("STATE", "MODEL", "ENVIRONMENT", "VERSION"));
        SHOWN.forEach(sli -> heads.add(sli.title() + (sli.unit().isEmpty() ? "" : " " + sli.unit())));
        heads.add("WHY");
        return heads;
    }

    private List<String> model(int row) {
        var facts = snapshot.model(row);
        var cells = new ArrayList<>(List.of(
                snapshot.standing(row).state().word(),
                facts.key().name(),
                facts.key().environment(),
                versions(facts)));
        SHOWN.forEach(sli -> cells.add(figure(row, sli)));
        cells.add(sentences.of(snapshot, row).headline());
        return cells;
    }

    private String figure(int row, Sli sli) {
        var figure = snapshot.figure(row, WorseArm.shown(snapshot, row, sli), sli);
        return WorseArm.tooFew(snapshot, row, figure)
                ? "n " + Words.count(figure.samples())
                : FigureWords.value(figure);
    }

    private static String versions(ModelFacts facts) {
        var serving = facts.version().isEmpty() ? Words.NO_VALUE : Words.version(facts.version());
        return facts.releasing()
                ? serving + " → " + Words.version(facts.candidate()) + " " + Words.share(facts.candidateWeight())
                : serving;
    }

    private String source(SourceHealth health) {
        var age = health.age(snapshot.at());
        var problem = health.problem();
        return "source " + Words.oneLine(health.name(), CELL) + " (" + Words.oneLine(health.environment(), CELL) + "): "
                + health.state().name().toLowerCase(Locale.ROOT)
                + (age == null ? "" : ", answered " + Words.age(age) + " ago")
                + (problem == null ? "" : ", " + problem.kind().word());
    }

    private static String nameless(String what) {
        var name = Words.oneLine(what, CELL);
        return name.isEmpty() ? "a series with an empty name" : name;
    }

    /// What a server says may steer the terminal or be longer than it is wide.
    private static List<String> printable(List<String> cells) {
        int last = cells.size() - 1;
        return IntStream.range(0, cells.size())
                .mapToObj(i -> Words.oneLine(cells.get(i), i == last ? SENTENCE : CELL))
                .toList();
    }

    private static String aligned(List<List<String>> lines) {
        var widths = new int[lines.getFirst().size()];
        for (var line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(
                        widths[i], line.get(i).codePointCount(0, line.get(i).length()));
            }
        }
        var text = new StringBuilder();
        for (var line : lines) {
            for (int i = 0; i < widths.length; i++) {
                int space =
                        widths[i] - line.get(i).codePointCount(0, line.get(i).length());
                boolean last = i == widths.length - 1;
                text.append(line.get(i)).append(last ? "\n" : " ".repeat(space + 2));
            }
        }
        return text.toString();
    }
}
