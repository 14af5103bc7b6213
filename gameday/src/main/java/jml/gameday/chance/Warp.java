package jml.gameday.chance;

/// A clock that runs now a little fast and now a little slow, never backwards and never ahead of the true time. A
/// counter read through it grows unevenly, as under real traffic; it stays monotone, needs no sum over the past, and
/// never depends on a future that may still be changed.
///
/// It is the true time, late by a mean of `fineSeconds + coarseSeconds` and moved around that by knots drawn by hash
/// and joined by straight lines: fine ones every minute, coarse ones every 16 minutes. What began a moment ago is
/// hardly late, else a new version would have nothing to show for its first minutes.
///
/// @param seed of the stream
/// @param fineSeconds most that a fine knot moves the clock, at most 12
/// @param coarseSeconds most that a coarse knot moves it, at most 160
public record Warp(long seed, double fineSeconds, double coarseSeconds) {
    public Warp {
        if (fineSeconds < 0 || fineSeconds > 12 || coarseSeconds < 0 || coarseSeconds > 160) {
            throw new IllegalArgumentException(
                    "a clock warped by " + fineSeconds + " and " + coarseSeconds + " s might run backwards");
        }
    }

    /// What the clock reads at an instant, from `began` on.
    public double at(double seconds, double began) {
        double late = fineSeconds * (1 - between(seconds / 60, 1)) + coarseSeconds * (1 - between(seconds / 960, 2));
        double age = Math.max(0, seconds - began);
        // Twice the latest it can be: fast enough to matter soon, slow enough never to stop the clock.
        double youth = 4 * (fineSeconds + coarseSeconds);
        return youth == 0 ? seconds : seconds - late * age / (age + youth);
    }

    private double between(double knots, long grain) {
        long before = (long) Math.floor(knots);
        double share = knots - before;
        return Chance.around(Chance.hash(seed, before, grain)) * (1 - share)
                + Chance.around(Chance.hash(seed, before + 1, grain)) * share;
    }
}
