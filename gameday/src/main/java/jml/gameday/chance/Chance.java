package jml.gameday.chance;

/// Random numbers without state: the same arguments give the same number, in any order and on any thread. A stream
/// is named by hashing what it is for, so that looking at one instant never has to walk through those before it.
public final class Chance {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Chance() {}

    /// Sixty-four bits that depend on every bit of the three arguments (the finaliser of SplitMix64).
    public static long hash(long seed, long a, long b) {
        return mix(mix(mix(seed + GOLDEN) + a * GOLDEN) + b * GOLDEN);
    }

    public static long hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = mix(hash * 31 + text.charAt(i));
        }
        return hash;
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /// Uniform in 0 (included) to 1 (excluded).
    public static double unit(long hash) {
        return (hash >>> 11) * 0x1.0p-53;
    }

    /// Between −1 and 1, near 0 more often: the sum of two uniform numbers, less 1.
    public static double around(long hash) {
        return ((hash >>> 32) + (hash & 0xFFFFFFFFL)) * 0x1.0p-32 - 1;
    }
}
