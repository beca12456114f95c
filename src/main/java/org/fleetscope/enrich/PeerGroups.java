package org.fleetscope.enrich;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.fleetscope.frame.Frame;

/**
 * With whom a run is compared: the runs of its type in scope, or all runs in scope when the type
 * has too few. Groups are numbered by type code; {@link #everyone()} is the last.
 */
public final class PeerGroups {
    private final Frame frame;
    private final int[] order;
    private final int[] starts;
    private final boolean[] own;
    private final int minPeers;

    PeerGroups(Frame frame, int minPeers) {
        this.frame = frame;
        this.minPeers = minPeers;
        int types = frame.types().size();
        starts = new int[types + 1];
        for (int type : frame.type()) {
            starts[type + 1]++;
        }
        own = new boolean[types];
        for (int type = 0; type < types; type++) {
            own[type] = starts[type + 1] >= minPeers;
            starts[type + 1] += starts[type];
        }
        order = new int[frame.rows()];
        int[] next = starts.clone();
        for (int row = 0; row < order.length; row++) {
            order[next[frame.type()[row]]++] = row;
        }
    }

    /** Number of groups, {@link #everyone()} included. */
    public int count() {
        return own.length + 1;
    }

    public int everyone() {
        return own.length;
    }

    /** The group that a run is compared with. */
    public int of(int row) {
        return ofType(frame.type()[row]);
    }

    /** The group that runs of a type are compared with. */
    int ofType(int type) {
        return own[type] ? type : own.length;
    }

    /** Whether any run is compared with the group. */
    boolean isUsed(int group) {
        if (group < own.length) {
            return own[group];
        }
        for (int type = 0; type < own.length; type++) {
            if (!own[type] && starts[type + 1] > starts[type]) {
                return true;
            }
        }
        return false;
    }

    public int size(int group) {
        return group == own.length ? order.length : starts[group + 1] - starts[group];
    }

    /** Visits the rows of a type, whether or not they are a peer group. */
    void forEachOfType(int type, IntConsumer visitor) {
        for (int i = starts[type]; i < starts[type + 1]; i++) {
            visitor.accept(order[i]);
        }
    }

    /** The non-missing values of a group, in an array of their own. */
    double[] gather(int group, double[] values) {
        double[] found = new double[size(group)];
        int n = 0;
        int from = group == own.length ? 0 : starts[group];
        for (int i = from; i < from + found.length; i++) {
            double value = values[order[i]];
            if (!Double.isNaN(value)) {
                found[n++] = value;
            }
        }
        return n == found.length ? found : Arrays.copyOf(found, n);
    }

    /**
     * Something made of the values of each group; of no values for a group that nobody is compared
     * with.
     */
    <T> List<T> each(double[] values, Function<double[], T> make) {
        List<T> made = new ArrayList<>(count());
        for (int group = 0; group < count(); group++) {
            made.add(make.apply(isUsed(group) ? gather(group, values) : new double[0]));
        }
        return List.copyOf(made);
    }

    /** The group in words: {@code 4812 runs of type language}. */
    String describe(int row) {
        int type = frame.type()[row];
        String name = frame.types().get(type);
        int size = size(type);
        return own[type]
                ? size + " runs of type " + name
                : "all "
                        + order.length
                        + " runs in scope, as type "
                        + name
                        + " has only "
                        + size
                        + " of the "
                        + minPeers
                        + " runs needed";
    }
}
