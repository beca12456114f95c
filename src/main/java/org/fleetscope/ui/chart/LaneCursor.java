package org.fleetscope.ui.chart;

import org.fleetscope.series.Lanes;
import org.jspecify.annotations.Nullable;

/** The cell the keys are at, the cell pointed at, and the cells chosen between two of them. */
final class LaneCursor {
    private final Runnable changed;
    private LaneFrame.@Nullable Cell cell;
    private LaneFrame.@Nullable Cell pointed;
    private LaneFrame.@Nullable Cell anchor;
    private LaneFrame.@Nullable Cell far;

    /**
     * @param changed called when something must be painted anew
     */
    LaneCursor(Runnable changed) {
        this.changed = changed;
    }

    LaneFrame.@Nullable Cell cell() {
        return cell;
    }

    LaneFrame.@Nullable Cell pointed() {
        return pointed;
    }

    /** Null unless more than one cell is chosen. */
    @Nullable LaneSelection selection() {
        return anchor == null || far == null || anchor.equals(far)
                ? null
                : LaneSelection.of(anchor, far);
    }

    void point(LaneFrame.@Nullable Cell at) {
        if (at == null ? pointed != null : !at.equals(pointed)) {
            pointed = at;
            changed.run();
        }
    }

    /** Goes to a cell; what was chosen is no longer. */
    void go(LaneFrame.Cell to) {
        cell = to;
        anchor = to;
        far = null;
        changed.run();
    }

    /** Goes to a cell and chooses all between it and where the choice began. */
    void extend(LaneFrame.Cell to) {
        anchor = anchor == null ? to : anchor;
        far = to;
        cell = to;
        changed.run();
    }

    /** Takes back the choice; false when there was none. */
    boolean clear() {
        boolean chosen = selection() != null;
        anchor = cell;
        far = null;
        changed.run();
        return chosen;
    }

    /** Other lanes: the cell stays on the lane of the same key when it is still there. */
    void moveTo(Lanes before, Lanes now) {
        LaneFrame.Cell at = cell;
        pointed = null;
        anchor = null;
        far = null;
        cell = null;
        if (at != null && before.by() == now.by() && at.lane() < before.lanes().size()) {
            String key = before.lanes().get(at.lane()).key();
            int bucket = now.buckets().indexOf(before.buckets().start(at.bucket()));
            for (int lane = 0; lane < now.lanes().size(); lane++) {
                if (now.lanes().get(lane).key().equals(key)
                        && bucket >= 0
                        && bucket < now.buckets().count()) {
                    cell = new LaneFrame.Cell(lane, bucket);
                    anchor = cell;
                    break;
                }
            }
        }
        changed.run();
    }
}
