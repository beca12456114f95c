package org.fleetscope.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.KpiBatchBuilder;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.RunMetadata;
import org.fleetscope.model.TimeRange;
import org.junit.jupiter.api.Test;

class FrameTest {
    private static final RunMetadata KNOWN = new RunMetadata("api", "code", 75, false);
    private static final RunMetadata DEFAULTED = new RunMetadata("unknown", "unknown", 50, true);

    private static int row(
            KpiBatchBuilder b, long agent, long recordedAt, long taskHi, long taskLo) {
        int row = b.addRow();
        b.agent[row] = b.agentCode(new UUID(0, agent));
        b.recordedAt[row] = recordedAt;
        b.taskHi[row] = taskHi;
        b.taskLo[row] = taskLo;
        b.latencyMs[row] = 10 + row;
        b.lineIndex[row] = row;
        b.offset[row] = row * 50L;
        return row;
    }

    private static AcceptedRows accepted(KpiBatchBuilder b, RunMetadata metadata, int... rows) {
        RunMetadata[] each = new RunMetadata[rows.length];
        Arrays.fill(each, metadata);
        return new AcceptedRows(b.build(), rows, each);
    }

    private static AcceptedRows first() {
        KpiBatchBuilder b = new KpiBatchBuilder("a.ndjson", null, 0, 4);
        row(b, 7, 100, 0, 1);
        int bad = row(b, 8, 100, 0, 2);
        b.host[bad] = b.hostCode("bad-host");
        b.custom("only-rejected", bad, 1);
        int good = row(b, 9, 50, 0, 3);
        b.host[good] = b.hostCode("node-1");
        b.custom("tokens", good, 42);
        b.networkBytes[good] = 5;
        b.accuracy[good] = 0.25;
        return accepted(b, KNOWN, 0, 2);
    }

    private static AcceptedRows second() {
        KpiBatchBuilder b = new KpiBatchBuilder("b.ndjson", null, 0, 4);
        int row = row(b, 9, 60, -1, 1);
        b.host[row] = b.hostCode("node-2");
        b.custom("Tokens", row, 7);
        AcceptedRows part = accepted(b, DEFAULTED, 0);
        part.batch().firstLine(11);
        return part;
    }

    private static Frame both() {
        return new FrameBuilder().add(first()).add(second()).build();
    }

    @Test
    void holdsWhatTheBatchesHeld() {
        Frame frame = both();
        assertThat(frame.rows()).isEqualTo(3);
        assertThat(frame.recordedAt()).containsExactly(100, 50, 60);
        assertThat(frame.latencyMs()).containsExactly(10, 12, 10);
        assertThat(frame.accuracy()).containsExactly(Double.NaN, 0.25, Double.NaN);
        assertThat(frame.networkBytes())
                .containsExactly(KpiBatch.MISSING_LONG, 5, KpiBatch.MISSING_LONG);
        assertThat(frame.metric("network_bytes")).containsExactly(Double.NaN, 5, Double.NaN);
        assertThat(frame.taskId(2)).isEqualTo(new UUID(-1, 1));
        assertThat(frame.priority()).containsExactly(75, 75, 50);
        assertThat(frame.flags()).containsExactly(0, 0, Frame.METADATA_MISSING);
        assertThat(frame.origin(1)).isEqualTo(new RowOrigin("a.ndjson", 3, 100));
        assertThat(frame.origin(2)).isEqualTo(new RowOrigin("b.ndjson", 11, 0));
        assertThat(IntStream.of(frame.host()).mapToObj(frame.hosts()::get))
                .containsExactly("unknown", "node-1", "node-2");
        assertThat(IntStream.of(frame.type()).mapToObj(frame.types()::get))
                .containsExactly("code", "code", "unknown");
        assertThat(frame.metric("custom_metrics.tokens"))
                .containsExactly(Double.NaN, 42, Double.NaN);
        assertThat(frame.metric("custom_metrics.none")).isNull();
    }

    @Test
    void rejectedRowsLeaveNoTrace() {
        Frame frame = both();
        assertThat(frame.agents().values()).containsExactly(new UUID(0, 7), new UUID(0, 9));
        assertThat(frame.hosts().find("bad-host")).isEqualTo(-1);
        assertThat(frame.customNames()).containsExactly("tokens", "Tokens");
    }

    @Test
    void aFrameRebuiltFromFramesIsTheSame() {
        Frame whole = both();
        Frame rebuilt =
                new FrameBuilder()
                        .add(new FrameBuilder().add(first()).build())
                        .add(new FrameBuilder().add(second()).build())
                        .build();
        Frame mixed =
                new FrameBuilder()
                        .add(new FrameBuilder().add(first()).build())
                        .add(second())
                        .build();
        for (Frame frame : new Frame[] {rebuilt, mixed}) {
            assertThat(frame.table().toString()).isEqualTo(whole.table().toString());
            assertThat(frame.origin(2)).isEqualTo(whole.origin(2));
            assertThat(frame.flags()).containsExactly(whole.flags());
        }
    }

    @Test
    void anEmptyFrameHasEverythingButRows() {
        Frame empty = new FrameBuilder().build();
        assertThat(empty.rows()).isZero();
        assertThat(empty.agentOrder()).isEmpty();
        assertThat(empty.agentStarts()).containsExactly(0);
        assertThat(empty.extent()).isEqualTo(new TimeRange(0, 0));
        assertThat(empty.table().rowCount()).isZero();
    }

    @Test
    void selectTakesRowsInTheGivenOrder() {
        Frame selected = both().select(new int[] {2, 0});
        assertThat(selected.recordedAt()).containsExactly(60, 100);
        assertThat(selected.taskId(0)).isEqualTo(new UUID(-1, 1));
        assertThat(selected.origin(0)).isEqualTo(new RowOrigin("b.ndjson", 11, 0));
        assertThat(selected.metric("custom_metrics.Tokens")).containsExactly(7, Double.NaN);
        assertThat(selected.agentOrder()).containsExactly(1, 0);
        assertThat(selected.extent()).isEqualTo(new TimeRange(60, 101));
    }

    @Test
    void customMetricsThatDifferInCaseBothGetATableColumn() {
        assertThat(both().table().columnNames())
                .contains("custom_metrics.tokens", "custom_metrics.Tokens (2)");
    }

    @Test
    void agentOrderIsByTimeThenTaskText() {
        Random random = new Random(5);
        KpiBatchBuilder b = new KpiBatchBuilder("x", null, 0, 4);
        for (int i = 0; i < 500; i++) {
            row(b, random.nextInt(7), random.nextInt(40), random.nextLong(), random.nextLong());
        }
        for (int i = 0; i < 20; i++) {
            row(b, 99, i, 0, i);
        }
        Frame frame =
                new FrameBuilder()
                        .add(accepted(b, KNOWN, IntStream.range(0, 520).toArray()))
                        .build();
        Integer[] expected = IntStream.range(0, 520).boxed().toArray(Integer[]::new);
        Arrays.sort(
                expected,
                Comparator.comparingInt((Integer row) -> frame.agent()[row])
                        .thenComparingLong(row -> frame.recordedAt()[row])
                        .thenComparing(row -> frame.taskId(row).toString()));
        assertThat(frame.agentOrder())
                .containsExactly(Arrays.stream(expected).mapToInt(Integer::intValue).toArray());
        int[] starts = frame.agentStarts();
        assertThat(starts).hasSize(frame.agents().size() + 1).endsWith(520);
        for (int agent = 0; agent + 1 < starts.length; agent++) {
            for (int i = starts[agent]; i < starts[agent + 1]; i++) {
                assertThat(frame.agent()[frame.agentOrder()[i]]).isEqualTo(agent);
            }
        }
    }
}
