package jml.gameday.plan;

/// What a disturbance does to a model that would otherwise be well. Additions are shares 0..1.
///
/// @param latencyFactor, trafficFactor, costFactor multiply; 1 changes nothing
/// @param driftPerDay growth of the drift score, on top of `drift`
/// @param silent its series are gone
/// @param frozen its series stand still, and are renewed once an hour
public record Effect(
        double latencyFactor,
        double trafficFactor,
        double costFactor,
        double errors,
        double disagreement,
        double missing,
        double coldStarts,
        double drift,
        double driftPerDay,
        boolean silent,
        boolean frozen) {
    public static final Effect NONE = new Effect(1, 1, 1, 0, 0, 0, 0, 0, 0, false, false);
    public static final Effect SILENT = new Effect(1, 1, 1, 0, 0, 0, 0, 0, 0, true, false);
    public static final Effect FROZEN = new Effect(1, 1, 1, 0, 0, 0, 0, 0, 0, false, true);

    public static Effect slower(double factor) {
        return new Effect(factor, 1, 1, 0, 0, 0, 0, 0, 0, false, false);
    }

    public static Effect busier(double factor) {
        return new Effect(1, factor, 1, 0, 0, 0, 0, 0, 0, false, false);
    }

    public static Effect dearer(double factor) {
        return new Effect(1, 1, factor, 0, 0, 0, 0, 0, 0, false, false);
    }

    public static Effect failing(double errors) {
        return new Effect(1, 1, 1, errors, 0, 0, 0, 0, 0, false, false);
    }

    public static Effect disagreeing(double disagreement) {
        return new Effect(1, 1, 1, 0, disagreement, 0, 0, 0, 0, false, false);
    }

    /// Feature values stay away: some answers fail, more of them are wrong.
    public static Effect missingFeatures(double missing) {
        return new Effect(1, 1, 1, missing / 2, missing, missing, 0, 0, 0, false, false);
    }

    public static Effect coldStarts(double share) {
        return new Effect(1, 1, 1, 0, 0, 0, share, 0, 0, false, false);
    }

    public static Effect drifting(double score, double perDay) {
        return new Effect(1, 1, 1, 0, 0, 0, 0, score, perDay, false, false);
    }

    public Effect and(Effect other) {
        return new Effect(
                latencyFactor * other.latencyFactor,
                trafficFactor * other.trafficFactor,
                costFactor * other.costFactor,
                errors + other.errors,
                disagreement + other.disagreement,
                missing + other.missing,
                coldStarts + other.coldStarts,
                drift + other.drift,
                driftPerDay + other.driftPerDay,
                silent || other.silent,
                frozen || other.frozen);
    }
}
