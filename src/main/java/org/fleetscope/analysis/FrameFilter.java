package org.fleetscope.analysis;

import java.util.Arrays;
import java.util.Collection;
import org.fleetscope.frame.Dictionary;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.Scope;

/** Finds the runs of a frame that a scope lets through. */
public final class FrameFilter {
    private FrameFilter() {}

    /** Rows in scope, ascending. Values the frame does not know let nothing through. O(rows). */
    public static int[] rows(Frame frame, Scope scope) {
        boolean[] types = allowed(frame.types(), scope.types());
        boolean[] agents = allowed(frame.agents(), scope.agents());
        boolean[] hosts = allowed(frame.hosts(), scope.hosts());
        boolean[] layers = allowed(frame.layers(), scope.layers());
        int[] priorities =
                scope.priorities().stream().mapToInt(Integer::intValue).sorted().toArray();
        int[] rows = new int[frame.rows()];
        int n = 0;
        for (int row = 0; row < rows.length; row++) {
            if (scope.time().contains(frame.recordedAt()[row])
                    && agents[frame.agent()[row]]
                    && types[frame.type()[row]]
                    && hosts[frame.host()[row]]
                    && layers[frame.layer()[row]]
                    && (priorities.length == 0
                            || Arrays.binarySearch(priorities, frame.priority()[row]) >= 0)) {
                rows[n++] = row;
            }
        }
        return Arrays.copyOf(rows, n);
    }

    /**
     * The frame itself when the scope lets all of it through, else a frame of what it lets through.
     */
    public static Frame select(Frame frame, Scope scope) {
        if (scope.isAll()) {
            return frame;
        }
        int[] rows = rows(frame, scope);
        return rows.length == frame.rows() ? frame : frame.select(rows);
    }

    private static <T> boolean[] allowed(Dictionary<T> values, Collection<T> wanted) {
        boolean[] allowed = new boolean[values.size()];
        Arrays.fill(allowed, wanted.isEmpty());
        for (T value : wanted) {
            int code = values.find(value);
            if (code >= 0) {
                allowed[code] = true;
            }
        }
        return allowed;
    }
}
