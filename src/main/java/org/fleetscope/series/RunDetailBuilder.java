package org.fleetscope.series;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.fleetscope.analysis.AgentRuns;
import org.fleetscope.analysis.FindingSet;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Finding;
import org.fleetscope.model.Metric;

/** Gathers everything known of one run. */
public final class RunDetailBuilder {
    private static final int NEIGHBOURS = 5;

    private RunDetailBuilder() {}

    /**
     * Detail of a run, with up to five runs of its agent before it and five after.
     *
     * @param row index of the run in the frame
     * @param findings findings of the frame; those of the run keep their order
     * @param features features of the run as already explained
     * @throws IndexOutOfBoundsException when the frame has no such row
     */
    public static RunDetail of(
            Frame frame,
            int row,
            FindingSet findings,
            AgentNames names,
            List<RunDetail.Explained> features) {
        int agent = frame.agent()[row];
        List<Finding> own =
                IntStream.range(0, findings.size())
                        .filter(i -> findings.run(i) == row)
                        .mapToObj(findings::get)
                        .toList();
        return new RunDetail(
                row,
                RunSummaries.of(frame, new int[] {row}, findings).getFirst(),
                names.name(frame.agents().get(agent)),
                frame.types().get(frame.type()[row]),
                frame.layers().get(frame.layer()[row]),
                frame.priority()[row],
                frame.origin(row),
                (frame.flags()[row] & Frame.REPAIRED) != 0,
                custom(frame, row),
                List.copyOf(features),
                own,
                RunSummaries.of(frame, neighbours(frame, row), findings));
    }

    private static List<RunDetail.Value> custom(Frame frame, int row) {
        List<RunDetail.Value> values = new ArrayList<>();
        for (String name : frame.customNames()) {
            double[] column = frame.metric(Metric.CUSTOM_PREFIX + name);
            if (column != null && !Double.isNaN(column[row])) {
                values.add(new RunDetail.Value(name, column[row]));
            }
        }
        return values;
    }

    private static int[] neighbours(Frame frame, int row) {
        int agent = frame.agent()[row];
        int[] order = frame.agentOrder();
        int at = AgentRuns.firstAt(frame, agent, frame.recordedAt()[row]);
        while (order[at] != row) {
            at++;
        }
        int own = at;
        int from = Math.max(frame.agentStarts()[agent], own - NEIGHBOURS);
        int to = Math.min(frame.agentStarts()[agent + 1], own + NEIGHBOURS + 1);
        return IntStream.range(from, to).filter(i -> i != own).map(i -> order[i]).toArray();
    }
}
