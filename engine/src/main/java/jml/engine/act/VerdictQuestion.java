package jml.engine.act;

import java.time.InstantSource;
import java.util.List;
import jml.core.act.Check;
import jml.core.act.Check.Subject;
import jml.core.act.Proposal;
import jml.core.fleet.FleetSnapshot;
import jml.core.judge.Judgement.Verdict;
import jml.core.judge.Rulings;
import jml.core.text.Words;

/// What the judge says of the version that is promoted or taken back.
public final class VerdictQuestion implements Question {
    private final Rulings rulings;
    private final InstantSource clock;

    public VerdictQuestion(Rulings rulings, InstantSource clock) {
        this.rulings = rulings;
        this.clock = clock;
    }

    @Override
    public Subject subject() {
        return Subject.VERDICT;
    }

    @Override
    public List<Check> of(Proposal proposal, FleetSnapshot fleet) {
        return switch (proposal.purpose()) {
            case PROMOTE, PROMOTE_FULLY, RESUME, RETRY ->
                proposal.to().isEmpty() ? List.of() : List.of(forward(proposal));
            case ROLL_BACK -> proposal.from().isEmpty() ? List.of() : List.of(back(proposal));
            default -> List.of();
        };
    }

    private Check forward(Proposal proposal) {
        var ruling = rulings.at(proposal.model(), proposal.to(), clock.instant());
        if (ruling.isEmpty()) {
            return Check.toKnow(
                    subject(), "the judge has not seen " + Words.version(proposal.to()) + " in traffic", List.of());
        }
        var judgement = ruling.get().judgement();
        var said = judgement.verdict() + ": " + judgement.sentence();
        return switch (judgement.verdict()) {
            case PROMOTE -> Check.ready(subject(), said);
            case CONTINUE, INCONCLUSIVE ->
                Check.toKnow(subject(), said, List.of("Wait for a verdict, or go on knowing that there is none"));
            case ROLLBACK -> Check.stops(subject(), said, List.of("Roll back"));
            case INVALID -> Check.stops(subject(), said, List.of("Find out why the split is not the asked one"));
        };
    }

    private Check back(Proposal proposal) {
        var ruling = rulings.at(proposal.model(), proposal.from(), clock.instant());
        if (ruling.isEmpty()) {
            return Check.ready(subject(), "the judge has not seen " + Words.version(proposal.from()) + " in traffic");
        }
        var judgement = ruling.get().judgement();
        var said = judgement.verdict() + ": " + judgement.sentence();
        return judgement.verdict() == Verdict.PROMOTE
                ? Check.toKnow(subject(), said, List.of())
                : Check.ready(subject(), said);
    }
}
