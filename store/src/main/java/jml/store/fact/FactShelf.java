package jml.store.fact;

import org.jspecify.annotations.Nullable;

/// Facts that were read or written lately, by number. What a number names never changes once it is committed, so a
/// fact that stands here is right however old it is.
///
/// Each number has one place, shared with numbers far from it: the last one put there stays. Memory is bounded by the
/// number of places. Safe on any thread without a lock: a fact that is overwritten is read again.
final class FactShelf {
    private record Fact(long number, Object value) {}

    private @Nullable Fact[] places;

    /// @param least how many places at least
    FactShelf(int least) {
        places = new Fact[powerOfTwo(least)];
    }

    @Nullable
    Object get(long number) {
        var all = places;
        var fact = all[place(all, number)];
        return fact == null || fact.number != number ? null : fact.value;
    }

    void put(long number, Object value) {
        var all = places;
        all[place(all, number)] = new Fact(number, value);
    }

    /// Makes room for so many facts; never less than there was.
    synchronized void expect(int facts) {
        var before = places;
        if (facts <= before.length) {
            return;
        }
        var more = new Fact[powerOfTwo(facts)];
        for (var fact : before) {
            if (fact != null) {
                more[place(more, fact.number)] = fact;
            }
        }
        places = more;
    }

    synchronized void clear() {
        places = new Fact[places.length];
    }

    private static int place(@Nullable Fact[] all, long number) {
        return (int) number & all.length - 1;
    }

    private static int powerOfTwo(int least) {
        return Integer.highestOneBit(Math.max(1, least - 1)) << 1;
    }
}
