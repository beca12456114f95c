package org.fleetscope.workspace;

import org.fleetscope.frame.Frame;
import org.fleetscope.frame.FrameBuilder;
import org.fleetscope.series.AgentNames;
import org.fleetscope.series.AgentNaming;
import org.fleetscope.series.DimensionCounts;
import org.fleetscope.series.DimensionValues;

/** Names of agents and values of the dimensions of a frame that grows. Not thread-safe. */
final class LiveDimensions {
    private Frame frame = new FrameBuilder().build();
    private AgentNaming naming = new AgentNaming();
    private DimensionCounts counts = new DimensionCounts();

    /** Takes in the rows that came since; all of them when the frame does not continue the last. */
    void grow(Frame to) {
        Frame added = to;
        if (to.continues(frame)) {
            added = to.from(frame.rows());
        } else {
            naming = new AgentNaming();
            counts = new DimensionCounts();
        }
        naming.add(added);
        counts.add(added);
        frame = to;
    }

    AgentNames names() {
        return naming.names(frame);
    }

    DimensionValues values() {
        return counts.values(frame, names());
    }
}
