package org.fleetscope.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.fleetscope.model.AcceptedRows;
import org.fleetscope.model.KpiBatchBuilder;
import org.fleetscope.model.RunMetadata;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Appended frames against frames that a {@link FrameBuilder} makes of the same rows. */
class FrameAppenderTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyFrameOnTheWayIsTheOneBuiltOfItsRows(long seed) {
        Random random = new Random(seed);
        List<AcceptedRows> parts = new ArrayList<>();
        Frame start = new FrameBuilder().add(part(random, 300)).build();
        FrameAppender appender = new FrameAppender(start);
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            parts.add(part(random, random.nextInt(900)));
            frames.add(appender.add(parts.getLast()).frame());
        }
        for (int i = 0; i < frames.size(); i++) {
            FrameBuilder builder = new FrameBuilder().add(start);
            parts.subList(0, i + 1).forEach(builder::add);
            assertSame(frames.get(i), builder.build());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = 4)
    void twoThatGrowFromOneFrameDoNotMeet(long seed) {
        Random random = new Random(seed);
        AcceptedRows first = part(random, 10);
        AcceptedRows left = part(random, 20);
        AcceptedRows right = part(random, 30);
        Frame start = new FrameAppender(new FrameBuilder().build()).add(first).frame();
        Frame one = new FrameAppender(start).add(left).frame();
        Frame other = new FrameAppender(start).add(right).frame();
        assertSame(start, new FrameBuilder().add(first).build());
        assertSame(one, new FrameBuilder().add(first).add(left).build());
        assertSame(other, new FrameBuilder().add(first).add(right).build());
    }

    private static void assertSame(Frame found, Frame expected) {
        assertThat(found.rows()).isEqualTo(expected.rows());
        assertThat(found.recordedAt()).containsExactly(expected.recordedAt());
        assertThat(found.taskHi()).containsExactly(expected.taskHi());
        assertThat(found.taskLo()).containsExactly(expected.taskLo());
        assertThat(found.flags()).containsExactly(expected.flags());
        assertThat(text(found)).isEqualTo(text(expected));
        assertThat(found.agentOrder()).containsExactly(expected.agentOrder());
        assertThat(found.agentStarts()).containsExactly(expected.agentStarts());
        assertThat(found.extent()).isEqualTo(expected.extent());
        assertThat(network(found)).containsExactly(network(expected));
        assertThat(found.customNames()).containsExactlyElementsOf(expected.customNames());
        int[] odd = IntStream.range(0, found.rows()).filter(row -> row % 2 == 1).toArray();
        assertThat(text(found.select(odd))).isEqualTo(text(expected.select(odd)));
        for (int row = 0; row < found.rows(); row += 7) {
            assertThat(found.origin(row)).isEqualTo(expected.origin(row));
        }
    }

    private static String text(Frame frame) {
        return frame.table().print(20_000);
    }

    private static double[] network(Frame frame) {
        return Objects.requireNonNull(frame.metric("network_bytes"));
    }

    private static AcceptedRows part(Random random, int rows) {
        KpiBatchBuilder b = new KpiBatchBuilder("f" + random.nextInt(3), null, 0, 4);
        RunMetadata[] metadata = new RunMetadata[rows];
        for (int i = 0; i < rows; i++) {
            int row = b.addRow();
            b.agent[row] = b.agentCode(new UUID(0, random.nextInt(40)));
            b.host[row] = random.nextBoolean() ? -1 : b.hostCode("host" + random.nextInt(9));
            b.recordedAt[row] = random.nextInt(5000);
            b.taskHi[row] = random.nextLong();
            b.taskLo[row] = random.nextLong();
            b.latencyMs[row] = random.nextDouble();
            b.networkBytes[row] = random.nextBoolean() ? Long.MIN_VALUE : random.nextInt(99);
            b.offset[row] = row * 10L;
            if (random.nextInt(4) == 0) {
                b.custom("m" + random.nextInt(4), row, random.nextInt(100));
            }
            metadata[i] =
                    new RunMetadata("l" + random.nextInt(3), "t" + random.nextInt(4), 50, i == 3);
        }
        return new AcceptedRows(b.build(), IntStream.range(0, rows).toArray(), metadata);
    }
}
