package jml.views.releases;

import jml.core.act.ReleaseState;
import jml.views.kit.icon.Icon;
import jml.views.kit.table.Cells;

/// How each state of a release looks: icon, word and ink, always together.
public final class ReleaseLook {
    private ReleaseLook() {}

    public static Cells.Word of(ReleaseState state) {
        return switch (state) {
            case ROLLBACK -> new Cells.Word(Icon.BREACHING, "ink-breaching", state.word());
            case INVALID -> new Cells.Word(Icon.NO_DATA, "ink-nodata", state.word());
            case INCONCLUSIVE -> new Cells.Word(Icon.HELP, "ink-attention", state.word());
            case PROMOTE, PROMOTING -> new Cells.Word(Icon.HEALTHY, "ink-healthy", state.word());
            case CONTINUE -> new Cells.Word(Icon.PLAY, "ink-2", state.word());
            case TOO_FEW -> new Cells.Word(Icon.LITTLE, "ink-little", state.word());
            case NOT_JUDGED -> new Cells.Word(Icon.NO_DATA, "ink-3", state.word());
            case HELD -> new Cells.Word(Icon.PAUSED, "ink-paused", state.word());
        };
    }
}
