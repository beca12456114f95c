package org.fleetscope.workspace;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.fleetscope.frame.Frame;
import org.fleetscope.frame.FrameBuilder;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RunMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether a row that is there already is read with other values now, as a row is whose source
 * says the same through another mapping. Rows that were repaired are left out, since they were made
 * to differ. Its index is made when it is first asked; not thread-safe.
 */
final class StoredValues {
    /** Knows of no rows. */
    static final StoredValues NONE = new StoredValues(new FrameBuilder().build());

    private final Frame frame;
    private int @Nullable [] slots;

    StoredValues(Frame frame) {
        this.frame = frame;
    }

    boolean differs(KpiBatch batch, int row) {
        int stored = frame.rows() == 0 ? -1 : find(batch, row);
        return stored >= 0
                && (frame.flags()[stored] & Frame.REPAIRED) == 0
                && !(isSameRun(batch, row, stored) && isSameCustom(batch, row, stored));
    }

    private boolean isSameRun(KpiBatch batch, int row, int stored) {
        return frame.agents().get(frame.agent()[stored]).equals(batch.agentId(row))
                && same(frame.latencyMs()[stored], batch.latencyMs[row])
                && same(frame.accuracy()[stored], batch.accuracy[row])
                && same(frame.cpuUsage()[stored], batch.cpuUsage[row])
                && same(frame.memoryMb()[stored], batch.memoryMb[row])
                && frame.networkBytes()[stored] == batch.networkBytes[row]
                && frame.hosts().get(frame.host()[stored]).equals(host(batch, row))
                && isOrInherits(
                        batch.type[row] < 0 ? null : batch.types.get(batch.type[row]),
                        frame.types().get(frame.type()[stored]))
                && isOrInherits(
                        batch.layer[row] < 0 ? null : batch.layers.get(batch.layer[row]),
                        frame.layers().get(frame.layer()[stored]))
                && (batch.priority[row] < 0 || batch.priority[row] == frame.priority()[stored]);
    }

    private static String host(KpiBatch batch, int row) {
        return batch.host[row] < 0 ? RunMetadata.UNKNOWN : batch.hosts.get(batch.host[row]);
    }

    /** What a row does not say it has from its task or agent. */
    private static boolean isOrInherits(@Nullable String said, String stored) {
        return said == null || said.equals(stored);
    }

    private static boolean same(double stored, double now) {
        return stored == now || (Double.isNaN(stored) && Double.isNaN(now));
    }

    private boolean isSameCustom(KpiBatch batch, int row, int stored) {
        for (String name : frame.customNames()) {
            double[] before = Objects.requireNonNull(frame.metric("custom_metrics." + name));
            double[] now = batch.custom.get(name);
            if (!same(before[stored], now == null ? Double.NaN : now[row])) {
                return false;
            }
        }
        for (Map.Entry<String, double[]> metric : batch.custom.entrySet()) {
            boolean isNew = frame.metric("custom_metrics." + metric.getKey()) == null;
            if (isNew && !Double.isNaN(metric.getValue()[row])) {
                return false;
            }
        }
        return true;
    }

    private int find(KpiBatch batch, int row) {
        int[] table = index();
        int slot = slot(batch.recordedAt[row], batch.taskHi[row], batch.taskLo[row], table.length);
        while (table[slot] >= 0) {
            int at = table[slot];
            if (frame.recordedAt()[at] == batch.recordedAt[row]
                    && frame.taskHi()[at] == batch.taskHi[row]
                    && frame.taskLo()[at] == batch.taskLo[row]) {
                return at;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return -1;
    }

    private int[] index() {
        int[] known = slots;
        if (known != null) {
            return known;
        }
        int rows = frame.rows();
        int[] table = new int[Math.max(16, Integer.highestOneBit(Math.max(1, rows)) << 2)];
        Arrays.fill(table, -1);
        for (int row = 0; row < rows; row++) {
            int slot =
                    slot(
                            frame.recordedAt()[row],
                            frame.taskHi()[row],
                            frame.taskLo()[row],
                            table.length);
            while (table[slot] >= 0) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = row;
        }
        slots = table;
        return table;
    }

    private static int slot(long time, long high, long low, int slots) {
        long mixed = (time ^ high ^ Long.rotateLeft(low, 32)) * 0x9e3779b97f4a7c15L;
        return (int) (mixed >>> 32) & (slots - 1);
    }
}
