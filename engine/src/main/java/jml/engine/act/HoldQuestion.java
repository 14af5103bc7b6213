package jml.engine.act;

import java.util.List;
import jml.core.act.Check;
import jml.core.act.Check.Subject;
import jml.core.act.Proposal;
import jml.core.fleet.FleetSnapshot;
import jml.core.text.Words;

/// Whether a person took the version out of traffic and nobody has let it go on since.
final class HoldQuestion implements Question {
    private final Ledger ledger;

    HoldQuestion(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Subject subject() {
        return Subject.HOLD;
    }

    @Override
    public List<Check> of(Proposal proposal, FleetSnapshot fleet) {
        if (!forward(proposal) || proposal.to().isEmpty()) {
            return List.of();
        }
        for (var hold : ledger.holds()) {
            if (hold.model().equals(proposal.model()) && hold.version().equals(proposal.to())) {
                return List.of(Check.stops(
                        subject(),
                        Words.version(hold.version()) + " is on hold since " + hold.by() + " took it back: "
                                + hold.reason(),
                        List.of(hold.clearedBy() + " clears the hold")));
            }
        }
        return List.of(Check.ready(subject(), Words.version(proposal.to()) + " is not on hold"));
    }

    private static boolean forward(Proposal proposal) {
        return switch (proposal.purpose()) {
            case PROMOTE, PROMOTE_FULLY, RESUME, RETRY, SET_WEIGHT, MOVE_ALIAS -> true;
            case ROLL_BACK, PAUSE, RESTART, SCALE, TAG, SILENCE, EXTEND_SILENCE, EXPIRE_SILENCE -> false;
        };
    }
}
