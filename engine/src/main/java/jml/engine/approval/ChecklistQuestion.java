package jml.engine.approval;

import java.util.List;
import java.util.stream.Collectors;
import jml.core.act.Check;
import jml.core.act.Check.Subject;
import jml.core.act.Proposal;
import jml.core.approval.ChecklistRow;
import jml.core.fleet.FleetSnapshot;
import jml.engine.act.Question;

/// Which rows of the reviewer's checklist are open. It stops nothing by itself: rules may.
public final class ChecklistQuestion implements Question {
    private final SignedApprovals approvals;

    public ChecklistQuestion(SignedApprovals approvals) {
        this.approvals = approvals;
    }

    @Override
    public Subject subject() {
        return Subject.CHECKLIST;
    }

    @Override
    public List<Check> of(Proposal proposal, FleetSnapshot fleet) {
        if (!ForwardStep.takesTraffic(proposal) || !approvals.demanded(proposal.model())) {
            return List.of();
        }
        return approvals
                .candidate(fleet, proposal.model(), proposal.to())
                .map(candidate -> List.of(check(Checklist.of(candidate))))
                .orElse(List.of());
    }

    private Check check(List<ChecklistRow> rows) {
        var open = rows.stream()
                .filter(it -> it.status() == ChecklistRow.Status.OPEN)
                .toList();
        var done = rows.size() - open.size() + " of " + rows.size() + " answered";
        return open.isEmpty()
                ? Check.ready(subject(), done)
                : Check.toKnow(
                        subject(),
                        done + "; open: "
                                + open.stream().map(ChecklistRow::question).collect(Collectors.joining(", ")),
                        List.of("Attach what is missing as tags jml.checklist.ROW of the version"));
    }
}
