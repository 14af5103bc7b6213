package jml.engine.act;

import java.util.ArrayList;
import java.util.List;
import jml.core.act.Check;
import jml.core.act.Check.Subject;
import jml.core.act.Proposal;
import jml.core.act.WorkloadAct;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.ModelFacts;
import jml.core.metric.Sli;
import jml.core.model.Arm;
import jml.core.text.Words;

/// Whom an act on a workload concerns: how much of the traffic, and which other models.
final class BlastRadius implements Question {
    @Override
    public Subject subject() {
        return Subject.BLAST_RADIUS;
    }

    @Override
    public List<Check> of(Proposal proposal, FleetSnapshot fleet) {
        var row = fleet.roster().row(proposal.model());
        if (row.isEmpty() || proposal.acts().stream().noneMatch(WorkloadAct.class::isInstance)) {
            return List.of();
        }
        var facts = fleet.model(row.getAsInt());
        var words = new ArrayList<String>();
        double share = share(facts, proposal);
        if (Double.isFinite(share)) {
            words.add(Words.share(share) + " of traffic");
        }
        var traffic = fleet.figure(row.getAsInt(), Arm.ALL, Sli.TRAFFIC);
        if (traffic.measured()) {
            double part = Double.isFinite(share) ? share : 1;
            words.add(Words.number(traffic.value() * part, 0) + " requests/s");
        }
        var others = fleet.roster().besides(row.getAsInt());
        if (others.isEmpty()) {
            words.add("no other model on this server");
            return List.of(Check.ready(subject(), String.join(", ", words)));
        }
        words.add(Words.count(others.size(), "other model") + " on the same server: " + names(others));
        return List.of(Check.toKnow(subject(), String.join(", ", words), List.of()));
    }

    // What changes sides is the candidate's share; a restart or a change without candidate concerns all of it.
    private static double share(ModelFacts facts, Proposal proposal) {
        boolean candidate =
                switch (proposal.purpose()) {
                    case RESTART, SCALE -> false;
                    default -> facts.releasing();
                };
        if (!candidate) {
            return 1;
        }
        return proposal.purpose() == Proposal.Purpose.PROMOTE_FULLY
                ? 1 - facts.candidateWeight()
                : facts.candidateWeight();
    }

    private static String names(List<ModelFacts> others) {
        var names = others.stream().limit(3).map(it -> it.key().name()).toList();
        return String.join(", ", names) + (others.size() > names.size() ? ", …" : "");
    }
}
