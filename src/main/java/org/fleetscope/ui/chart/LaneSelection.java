package org.fleetscope.ui.chart;

/** A rectangle of cells, all bounds inclusive. */
public record LaneSelection(int firstLane, int lastLane, int firstBucket, int lastBucket) {
    /** The smallest that holds two cells. */
    static LaneSelection of(LaneFrame.Cell a, LaneFrame.Cell b) {
        return new LaneSelection(
                Math.min(a.lane(), b.lane()),
                Math.max(a.lane(), b.lane()),
                Math.min(a.bucket(), b.bucket()),
                Math.max(a.bucket(), b.bucket()));
    }
}
