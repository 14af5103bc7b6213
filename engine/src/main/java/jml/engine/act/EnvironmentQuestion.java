package jml.engine.act;

import java.util.List;
import jml.core.act.Check;
import jml.core.act.Check.Subject;
import jml.core.act.Proposal;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Origin;

/// Whether anything may be changed in the environment at all.
final class EnvironmentQuestion implements Question {
    @Override
    public Subject subject() {
        return Subject.ENVIRONMENT;
    }

    @Override
    public List<Check> of(Proposal proposal, FleetSnapshot fleet) {
        var name = proposal.model().environment();
        if (fleet.origin() == Origin.FILE) {
            return List.of(Check.stops(subject(), "This is a file: there is nothing to act on.", List.of()));
        }
        var environment = fleet.environments().stream()
                .filter(it -> it.name().equals(name))
                .findFirst();
        if (environment.isEmpty()) {
            return List.of(Check.stops(
                    subject(), name + " is not an environment of this profile any more.", List.of("Look again")));
        }
        if (environment.get().readOnly()) {
            return List.of(Check.stops(
                    subject(),
                    name + " is read-only in this profile.",
                    List.of("Act from a profile that may, or change it under Connections")));
        }
        return List.of(Check.ready(subject(), name));
    }
}
