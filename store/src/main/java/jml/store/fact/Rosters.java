package jml.store.fact;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import jml.core.fleet.ModelFacts;
import jml.core.fleet.Roster;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Rosters by the numbers of their facts, so that equal rosters are one instance. Safe on any thread.
public final class Rosters {
    private static final int KEPT = 4;

    private final Facts facts;
    private final Deque<Known> lately = new ArrayDeque<>();

    public Rosters(Facts facts) {
        this.facts = facts;
    }

    /// @param numbers of each row's facts
    public Roster roster(Handle db, long[] numbers) {
        var known = known(numbers);
        if (known != null) {
            return known.roster;
        }
        facts.expect(numbers.length);
        var roster = roster(facts.list(db, FactKind.MODEL, ModelFacts.class, numbers));
        remember(roster, numbers);
        return roster;
    }

    // Most instants have the same models as the one read before, and share what finds them by name.
    private Roster roster(List<ModelFacts> models) {
        var before = lately();
        return before != null && sameKeys(before.models(), models) ? before.with(models) : new Roster(models);
    }

    private static boolean sameKeys(List<ModelFacts> some, List<ModelFacts> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int row = 0; row < some.size(); row++) {
            var one = some.get(row);
            var other = others.get(row);
            if (!one.key().equals(other.key())) {
                return false;
            }
        }
        return true;
    }

    private synchronized @Nullable Roster lately() {
        var newest = lately.peekFirst();
        return newest == null ? null : newest.roster;
    }

    /// The numbers of a roster's facts, each stored when it is new. For the one thread that writes.
    public long[] numbers(Handle db, Roster roster) {
        var before = known(roster);
        if (before != null && before.roster == roster) {
            return before.numbers;
        }
        facts.expect(roster.size());
        var numbers = new long[roster.size()];
        for (int row = 0; row < numbers.length; row++) {
            var model = roster.models().get(row);
            int earlier = before == null ? -1 : before.roster.row(model.key()).orElse(-1);
            numbers[row] = before != null
                            && earlier >= 0
                            && before.roster.models().get(earlier).equals(model)
                    ? before.numbers[earlier]
                    : facts.number(db, FactKind.MODEL, model);
        }
        remember(roster, numbers);
        return numbers;
    }

    /// After a transaction that did not commit.
    public synchronized void forget() {
        lately.clear();
    }

    private synchronized @Nullable Known known(long[] numbers) {
        for (var known : lately) {
            if (Arrays.equals(known.numbers, numbers)) {
                return known;
            }
        }
        return null;
    }

    // The very roster, or else the newest: most of its facts will be the same.
    private synchronized @Nullable Known known(Roster roster) {
        for (var known : lately) {
            if (known.roster == roster) {
                return known;
            }
        }
        return lately.peekFirst();
    }

    private synchronized void remember(Roster roster, long[] numbers) {
        lately.addFirst(new Known(roster, numbers));
        if (lately.size() > KEPT) {
            lately.removeLast();
        }
    }

    private record Known(Roster roster, long[] numbers) {}
}
