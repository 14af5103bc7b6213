package jml.views.oncall;

import jml.core.fleet.FigureWords;
import jml.core.fleet.Presence;
import jml.core.metric.Sli;
import jml.core.text.Words;
import jml.views.kit.table.CellText;

/// One figure of a row, written only when its cell is drawn: of 5,000 rows thirty are.
///
/// @param value in base units; NaN unless measured
/// @param samples events behind it; -1 when not counted
/// @param few fewer events than the objective needs: the count stands in place of the value
/// @param tone of the cell
record Reading(Sli sli, double value, Presence presence, long samples, boolean few, CellText.Tone tone) {
    private static final double WHOLE_FROM = 100;

    CellText text() {
        if (few) {
            return new CellText("n " + Words.count(samples), CellText.Tone.DIM);
        }
        if (Double.isNaN(value)) {
            return CellText.NONE;
        }
        // A tenth of a request says nothing beside a hundred.
        var whole = sli == Sli.TRAFFIC && value >= WHOLE_FROM;
        var number = whole ? Words.number(value, 0) : FigureWords.value(sli, value);
        return new CellText(presence == Presence.OVER_RANGE ? "≥ " + number : number, tone);
    }

    /// For ordering rows by this column.
    double order() {
        return few ? Double.NaN : value;
    }
}
