package jml.core.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import jml.core.fleet.FleetEvent.Kind;
import jml.core.metric.Wilson;
import jml.core.model.ModelKey;

/// How often versions are deployed, and how often one is taken back: M9 and M10 (methods §8.1).
///
/// @param deployments that began in the span
/// @param perWeek deployments a week; NaN for an empty span
/// @param rollbacks of those deployments, taken back within seven days and before the model's next one
/// @param rate rollbacks ÷ deployments; NaN without a deployment
/// @param low, high 95 % Wilson interval of the rate; 0 and 1 without a deployment
public record ReleaseRates(int deployments, double perWeek, int rollbacks, double rate, double low, double high) {
    private static final Duration BLAMED = Duration.ofDays(7);
    private static final double WEEK_SECONDS = Duration.ofDays(7).toSeconds();

    /// @param events of one model or of many, in any order; rollbacks up to seven days after `to` count when given
    public static ReleaseRates of(List<FleetEvent> events, Instant from, Instant to) {
        var byModel = new HashMap<ModelKey, List<FleetEvent>>();
        for (var event : events) {
            var model = event.model();
            if (model != null && (event.kind() == Kind.DEPLOY || event.kind() == Kind.ROLLBACK)) {
                byModel.computeIfAbsent(model, _ -> new ArrayList<>()).add(event);
            }
        }
        int deployments = 0;
        int rollbacks = 0;
        for (var own : byModel.values()) {
            own.sort((one, other) -> one.at().compareTo(other.at()));
            for (int i = 0; i < own.size(); i++) {
                var deploy = own.get(i);
                if (deploy.kind() == Kind.DEPLOY
                        && !deploy.at().isBefore(from)
                        && deploy.at().isBefore(to)) {
                    deployments++;
                    rollbacks += i + 1 < own.size() && takenBack(deploy, own.get(i + 1)) ? 1 : 0;
                }
            }
        }
        var interval = Wilson.interval(rollbacks, deployments);
        double weeks = Duration.between(from, to).toSeconds() / WEEK_SECONDS;
        return new ReleaseRates(
                deployments,
                weeks > 0 ? deployments / weeks : Double.NaN,
                rollbacks,
                deployments == 0 ? Double.NaN : (double) rollbacks / deployments,
                interval.low(),
                interval.high());
    }

    private static boolean takenBack(FleetEvent deploy, FleetEvent next) {
        return next.kind() == Kind.ROLLBACK && !next.at().isAfter(deploy.at().plus(BLAMED));
    }
}
