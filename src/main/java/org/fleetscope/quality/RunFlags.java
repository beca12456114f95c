package org.fleetscope.quality;

import java.util.Arrays;
import java.util.List;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.GroupFlag;
import org.fleetscope.model.Rule;

/**
 * Which rules the rows of a frame broke although they were kept. Immutable; the array is shared and
 * must not be written.
 *
 * @param bits flags of {@link Rule#flag()} by row of the frame
 * @param groups flags of all runs of an import and a type or an agent
 */
public record RunFlags(int[] bits, List<OfImport> groups) {
    /** A group's flag with the number of its import. */
    public record OfImport(int importId, GroupFlag flag) {}

    public RunFlags {
        groups = List.copyOf(groups);
    }

    /**
     * Flags as they were stored.
     *
     * @param index flags of single runs
     * @param groups flags of groups, whose runs get the bit too
     */
    public static RunFlags stored(Frame frame, FlagIndex index, List<OfImport> groups) {
        int[] bits = new int[frame.rows()];
        index.addTo(bits, frame, 0);
        markMissing(bits, frame, 0);
        for (OfImport group : groups) {
            mark(bits, frame, group);
        }
        return new RunFlags(bits, groups);
    }

    /** The same flags on a frame that has runs more or fewer than the one they are of. */
    public RunFlags carried(Frame of, Frame to) {
        FlagIndex index = new FlagIndex();
        for (int row = 0; row < bits.length; row++) {
            if (bits[row] != 0) {
                index.add(of.recordedAt()[row], of.taskHi()[row], of.taskLo()[row], bits[row]);
            }
        }
        int[] carried = new int[to.rows()];
        index.addTo(carried, to, 0);
        markMissing(carried, to, 0);
        return new RunFlags(carried, groups);
    }

    /** The same flags on a frame that has further runs behind these, of which nothing is known. */
    public RunFlags extended(Frame to) {
        int[] extended = Arrays.copyOf(bits, to.rows());
        markMissing(extended, to, bits.length);
        return new RunFlags(extended, groups);
    }

    /** The flags of single runs, with the groups of others. */
    public RunFlags withGroups(RunFlags other) {
        return new RunFlags(bits, other.groups);
    }

    public boolean has(int row, Rule rule) {
        return (bits[row] & rule.flag()) != 0;
    }

    /** Notes which rows from one on had defaults standing in for metadata. */
    static void markMissing(int[] bits, Frame frame, int from) {
        for (int row = from; row < bits.length; row++) {
            if ((frame.flags()[row] & Frame.METADATA_MISSING) != 0) {
                bits[row] |= Rule.METADATA_MISSING.flag();
            }
        }
    }

    private static void mark(int[] bits, Frame frame, OfImport group) {
        String subject = group.flag().subject();
        int flag = group.flag().rule().flag();
        boolean byType = group.flag().rule() == Rule.LATENCY_DISTRIBUTION;
        for (int row = 0; row < bits.length; row++) {
            if (frame.importId()[row] == group.importId()
                    && subject.equals(
                            byType
                                    ? frame.types().get(frame.type()[row])
                                    : frame.agents().get(frame.agent()[row]).toString())) {
                bits[row] |= flag;
            }
        }
    }
}
