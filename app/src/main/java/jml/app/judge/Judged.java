package jml.app.judge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jml.core.text.Words;

/// What a judge found in a file, for people and for programs.
public sealed interface Judged permits ArgoJudgement, FlaggerJudgement, JmlJudgement, KayentaJudgement {
    /// What a pipeline should do.
    enum Outcome {
        PROMOTE,
        ROLLBACK,
        UNDECIDED
    }

    Outcome outcome();

    String text();

    ObjectNode json();

    /// A number, or null where there is none: JSON has neither NaN nor infinity.
    static void put(ObjectNode node, String field, double value) {
        if (Double.isFinite(value)) {
            node.put(field, value);
        } else {
            node.putNull(field);
        }
    }

    /// What a file calls something, as a terminal may show it.
    static String shown(String text) {
        return Words.oneLine(text, 120);
    }
}
