package jml.engine.act;

import java.util.List;
import jml.core.act.Check;
import jml.core.act.Proposal;
import jml.core.fleet.FleetSnapshot;
import jml.core.source.SourceException;

/// Something the console asks before a proposal may be confirmed, and again just before it is sent: policies, the
/// judge, the record. Blocks; changes nothing. Safe from any thread; never interrupted.
public interface Question {
    /// Empty when it does not concern the proposal.
    List<Check> of(Proposal proposal, FleetSnapshot fleet) throws SourceException, InterruptedException;

    /// What it is about, for the check that says it could not be answered.
    Check.Subject subject();
}
