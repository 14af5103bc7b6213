package jml.views.act;

import jml.core.act.Proposal;
import jml.views.kit.icon.Icon;

/// What a purpose is called on a button and while it is being done.
record ActWords(Icon icon, String button, String doing) {

    static ActWords of(Proposal.Purpose purpose) {
        return switch (purpose) {
            case ROLL_BACK -> new ActWords(Icon.UNDO, "Roll back", "Rolling back");
            case PROMOTE -> new ActWords(Icon.UP, "Promote", "Promoting");
            case PROMOTE_FULLY -> new ActWords(Icon.UP, "Promote fully", "Promoting fully");
            case PAUSE -> new ActWords(Icon.PAUSED, "Pause", "Pausing");
            case RESUME -> new ActWords(Icon.PLAY, "Resume", "Resuming");
            case RETRY -> new ActWords(Icon.PLAY, "Retry", "Retrying");
            case SET_WEIGHT -> new ActWords(Icon.WEIGHT, "Set weight", "Setting the weight");
            case RESTART -> new ActWords(Icon.HISTORY, "Restart", "Restarting");
            case SCALE -> new ActWords(Icon.COLUMNS, "Scale", "Scaling");
            case MOVE_ALIAS -> new ActWords(Icon.FLAG, "Move alias", "Moving the alias");
            case TAG -> new ActWords(Icon.FLAG, "Set tag", "Setting the tag");
            case SILENCE -> new ActWords(Icon.SILENCE, "Silence", "Silencing");
            case EXTEND_SILENCE -> new ActWords(Icon.SILENCE, "Extend", "Extending the silence");
            case EXPIRE_SILENCE -> new ActWords(Icon.SILENCE, "End silence", "Ending the silence");
        };
    }
}
