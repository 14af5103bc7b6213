package jml.gameday.chance;

/// A smooth random walk that stays near zero: knots drawn by hash at fixed distances, joined by half cosines.
///
/// @param seed of the stream
/// @param knotSeconds distance of two knots
/// @param reach the value stays within −reach..reach
public record Wander(long seed, double knotSeconds, double reach) {
    public double at(double seconds) {
        double knots = seconds / knotSeconds;
        long before = (long) Math.floor(knots);
        double share = (1 - Math.cos(Math.PI * (knots - before))) / 2;
        return reach * (knot(before) * (1 - share) + knot(before + 1) * share);
    }

    private double knot(long index) {
        return Chance.around(Chance.hash(seed, index, 0));
    }
}
