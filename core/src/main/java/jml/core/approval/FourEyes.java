package jml.core.approval;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Who may decide: nobody who made the version or changed it since.
///
/// @param needed how many must approve, at least 1
/// @param deciders roles of which an approver needs one; empty means every trusted key may
public record FourEyes(int needed, Set<String> deciders) {
    /// Who has it may approve past the four eyes; shown and recorded as a bypass.
    public static final String BYPASS = "bypass";

    /// The console's own key, for what a rule lets pass without a person.
    public static final String POLICY = "policy";

    public FourEyes {
        deciders = Set.copyOf(deciders);
        if (needed < 1) {
            throw new IllegalArgumentException("somebody must approve");
        }
    }

    /// @param may whether a decision of this person counts
    /// @param onlyAsBypass true when it counts only as a bypass
    /// @param reason in words that go on from a name: "may not: trained v8 (run 5c19)"
    public record Answer(boolean may, boolean onlyAsBypass, String reason) {}

    public Answer of(String person, Set<String> roles, Collection<Contribution> contributions) {
        var own = contributions.stream()
                .filter(it -> TrustedKey.same(it.person(), person))
                .toList();
        boolean role = deciders.isEmpty() || roles.stream().anyMatch(deciders::contains);
        if (own.isEmpty() && role) {
            return new Answer(true, false, "may decide");
        }
        var hindrance = own.isEmpty()
                ? "is none of "
                        + String.join(
                                ", ", List.copyOf(deciders).stream().sorted().toList())
                : own.getLast().what();
        return roles.contains(BYPASS)
                ? new Answer(true, true, "may only bypass, which is shown and recorded: " + hindrance)
                : new Answer(false, false, "may not: " + hindrance);
    }
}
