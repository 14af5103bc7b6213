package jml.views.act;

import jml.core.act.Proposal;

/// Opens the question whether a proposal is to be done.
@FunctionalInterface
public interface Propose {
    /// @param why a first reason for the journal, which the person may change; may be empty
    void open(Proposal proposal, String why);
}
