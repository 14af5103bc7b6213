package jml.engine.act;

import java.util.List;
import jml.core.act.Check;
import jml.core.act.Check.Subject;
import jml.core.act.Proposal;
import jml.core.fleet.FleetSnapshot;
import jml.core.text.Words;

/// How long the last step back of this model took, so that a person knows what to expect.
final class Rehearsal implements Question {
    private final Ledger ledger;

    Rehearsal(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Subject subject() {
        return Subject.ROLLBACK_TARGET;
    }

    @Override
    public List<Check> of(Proposal proposal, FleetSnapshot fleet) {
        if (proposal.purpose() != Proposal.Purpose.ROLL_BACK) {
            return List.of();
        }
        return List.of(Check.ready(
                subject(),
                ledger.lastRollBack(proposal.model())
                        .map(took -> "the last step back took " + Words.age(took))
                        .orElse("no step back of this model in the journal")));
    }
}
