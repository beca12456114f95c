package org.fleetscope.enrich;

import java.util.List;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Times;

/** Whether the agent is getting more or less to do. */
final class ThroughputTrend extends DeclaredFeature {
    ThroughputTrend() {
        super(
                "throughput_trend",
                "least-squares slope of the agent's runs per minute over the 60 whole UTC minutes before the run's own,"
                        + " minutes without runs counted as 0",
                "any number, runs/min per hour; 0 = level",
                List.of("recorded_at", "agent_id"));
    }

    @Override
    public FeatureColumn compute(EnrichInput input) {
        return new FeatureColumn.Doubles(input.throughputSlopes());
    }

    @Override
    public String why(int row, EnrichInput input) {
        Frame frame = input.workspace();
        int own = input.workspaceRow(row);
        int agent = frame.agent()[own];
        long until = Math.floorDiv(frame.recordedAt()[own], Times.MINUTE) * Times.MINUTE;
        long from = until - ThroughputSlope.MINUTES * Times.MINUTE;
        int runs = 0;
        long minutes = 0;
        for (int i = frame.agentStarts()[agent]; i < frame.agentStarts()[agent + 1]; i++) {
            long at = frame.recordedAt()[frame.agentOrder()[i]];
            if (at >= from && at < until) {
                runs++;
                minutes += (at - from) / Times.MINUTE;
            }
        }
        return runs
                + " runs of the agent in the 60 whole minutes before, in the minutes 0 to 59 whose numbers sum to "
                + minutes
                + ": ("
                + minutes
                + " − 29.5·"
                + runs
                + ") over 17995 squares of minutes, times 60, is "
                + Numbers.text(input.throughputSlopes()[row], "runs/min per hour");
    }
}
