package jml.store.frame;

import java.util.List;
import java.util.function.ToLongFunction;
import jml.core.fleet.FleetSnapshot;
import jml.core.fleet.Roster;
import jml.store.code.Nanos;
import jml.store.fact.FactKind;
import jml.store.fact.Facts;
import jml.store.fact.Rosters;
import jml.store.fact.RowOrder;
import jml.store.fact.Slots;
import jml.store.fact.SourceFact;
import jml.store.fact.Verdict;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/// Turns snapshots into numbers, storing the facts that are new. For the one thread that writes.
public final class Numbering {
    private final Facts facts;
    private final Slots slots;
    private final Rosters rosters;
    private @Nullable Roster ordered;
    private long order;
    private int[] inRowOrder = new int[0];

    public Numbering(Facts facts, Slots slots, Rosters rosters) {
        this.facts = facts;
        this.slots = slots;
        this.rosters = rosters;
    }

    public SnapshotNumbers of(Handle db, FleetSnapshot snapshot) {
        var models = rosters.numbers(db, snapshot.roster());
        var head = head(db, snapshot);
        return new SnapshotNumbers(snapshot, head, models, verdicts(db, snapshot), inRowOrder);
    }

    /// After a transaction that did not commit.
    public void forget() {
        facts.forget();
        slots.forget();
        rosters.forget();
        ordered = null;
    }

    /// After facts were deleted: what is written next is looked up again.
    public void forgetWritten() {
        facts.forgetWritten();
        rosters.forget();
        ordered = null;
    }

    private Head head(Handle db, FleetSnapshot snapshot) {
        var alertRows = new long[snapshot.alertedRows().length];
        for (int i = 0; i < alertRows.length; i++) {
            alertRows[i] = snapshot.alertedRows()[i];
        }
        var sources = snapshot.sources();
        return new Head(
                Nanos.of(snapshot.at()),
                order(db, snapshot.roster()),
                numbers(snapshot.environments(), it -> facts.number(db, FactKind.ENVIRONMENT, it)),
                numbers(snapshot.alerts(), it -> facts.number(db, FactKind.ALERT, it)),
                alertRows,
                numbers(sources, it -> facts.number(db, FactKind.SOURCE, SourceFact.lasting(it))),
                numbers(sources, it -> SourceFact.answer(it, snapshot.at())),
                numbers(sources, SourceFact::latency),
                numbers(sources, SourceFact::failures),
                numbers(snapshot.unmatched(), it -> facts.number(db, FactKind.UNMATCHED, it)));
    }

    private long[] verdicts(Handle db, FleetSnapshot snapshot) {
        return numbers(snapshot.standings(), it -> facts.number(db, FactKind.VERDICT, Verdict.of(it)));
    }

    private long order(Handle db, Roster roster) {
        if (roster != ordered) {
            inRowOrder = new int[roster.size()];
            for (int row = 0; row < inRowOrder.length; row++) {
                inRowOrder[row] = slots.number(db, roster.models().get(row).key());
            }
            order = facts.number(db, FactKind.ORDER, new RowOrder(inRowOrder));
            ordered = roster;
        }
        return order;
    }

    private static <T> long[] numbers(List<T> values, ToLongFunction<T> number) {
        var numbers = new long[values.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number.applyAsLong(values.get(i));
        }
        return numbers;
    }
}
