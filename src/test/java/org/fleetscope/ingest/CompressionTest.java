package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.ReadOptions;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.UnpackLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompressionTest {
    @TempDir Path folder;

    private final byte[] first = Packed.bytes(Rows.kpi(1) + "\n");
    private final byte[] second = Packed.bytes(Rows.kpi(2) + "\n");

    @Test
    void gzipOfSeveralMembersIsOneText() throws IOException {
        Path file =
                Files.write(
                        folder.resolve("a.gz"),
                        Packed.together(Packed.gzip(first), Packed.gzip(second), new byte[512]));

        assertReadsBoth(file, "gzip");
    }

    @Test
    void zstdOfSeveralFramesIsOneText() throws IOException {
        Path file =
                Files.write(
                        folder.resolve("a.zst"),
                        Packed.together(Packed.zstd(first), Packed.zstd(second)));

        assertReadsBoth(file, "zstd");
    }

    private void assertReadsBoth(Path file, String compression) throws IOException {
        assertThat(new Ingest(1).sniff(file).compression()).isEqualTo(compression);
        CollectingSink sink = Rows.read(file);
        assertThat(sink.rows())
                .extracting(CollectingSink.Row::origin)
                .containsExactly(
                        new RowOrigin(file.toString(), 1, 0),
                        new RowOrigin(file.toString(), 2, first.length));
        assertThat(new RawRows().read(sink.row(1).origin(), JobContext.NONE))
                .isEqualTo(Rows.kpi(2));
    }

    /** However the source hands out its bytes, and whatever its header holds. */
    @Test
    void unpacksLikeTheJdk() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            byte[] text = new byte[random.nextInt(3000)];
            random.nextBytes(text);
            byte[] packed = withHeader(Packed.gzip(text), random);
            int step = 1 + random.nextInt(50);
            InputStream slow =
                    new ByteArrayInputStream(packed) {
                        @Override
                        public synchronized int read(byte[] to, int from, int count) {
                            return super.read(to, from, Math.min(count, step));
                        }
                    };
            try (InputStream jdk = new GZIPInputStream(new ByteArrayInputStream(packed))) {
                assertThat(new Gunzip(slow, "x").readAllBytes())
                        .isEqualTo(jdk.readAllBytes())
                        .isEqualTo(text);
            }
        }
    }

    /** Adds a name and a comment to the header, or extra bytes. */
    private static byte[] withHeader(byte[] gzip, Random random) {
        byte[] head = Arrays.copyOf(gzip, 10);
        byte[] body = Arrays.copyOfRange(gzip, 10, gzip.length);
        return switch (random.nextInt(3)) {
            case 0 -> {
                head[3] = 8 | 16;
                yield Packed.together(head, Packed.bytes("name\0comment\0"), body);
            }
            case 1 -> {
                head[3] = 4;
                yield Packed.together(head, new byte[] {3, 0, 9, 9, 9}, body);
            }
            default -> gzip;
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void damagedOrCutDataIsNamed(String kind) throws IOException {
        byte[] whole = pack(kind, first);
        byte[] flipped = whole.clone();
        flipped[whole.length - 6] ^= 0x10;
        byte[] cut = Arrays.copyOf(whole, whole.length - 5);
        byte[] tail = Packed.together(whole, Packed.bytes("rubbish"));
        for (byte[] data : new byte[][] {flipped, cut, tail}) {
            Path file = Files.write(folder.resolve("a"), data);
            assertThatThrownBy(() -> Rows.read(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(file + ": the " + kind + " data is damaged or cut off")
                    .hasMessageContaining(kind + " -t");
        }
    }

    private static byte[] pack(String kind, byte[] data) throws IOException {
        return kind.equals("gzip") ? Packed.gzip(data) : Packed.zstd(data);
    }

    /** 1000 rows that are all alike pack to far less than a tenth. */
    @ParameterizedTest
    @ValueSource(strings = {"gzip", "zstd"})
    void moreThanTheLimitsAllowIsRefused(String kind) throws IOException {
        byte[] rows = Packed.bytes((Rows.kpi(1) + "\n").repeat(1000));
        Path file = Files.write(folder.resolve("a"), pack(kind, rows));
        SourceFile fits = sniff(file, new UnpackLimits(rows.length, 1));
        SourceFile tooMuch = sniff(file, new UnpackLimits(rows.length - 1, 1));

        assertThat(Streams.open(fits).readAllBytes()).isEqualTo(rows);
        assertThatThrownBy(() -> Streams.open(tooMuch).readAllBytes())
                .hasMessage(
                        file
                                + ": it unpacks to more than "
                                + (rows.length - 1)
                                + " bytes and may be a decompression bomb."
                                + " If it is none, allow more with --unpack-ratio or --unpack-gb");
    }

    /** The ratio counts from 64 MB on; a megabyte less of zeros is harmless. */
    @Test
    void aHighRatioIsRefusedOnceItIsMuch() throws IOException {
        byte[] zeros = new byte[1 << 20];
        byte[] text = Packed.bytes("{}\n".repeat(1 << 16));
        byte[] bomb = Packed.together(Packed.gzip(text), repeated(Packed.gzip(zeros), 64));
        Path file = Files.write(folder.resolve("a"), bomb);

        assertThatThrownBy(() -> Streams.open(sniff(file, UnpackLimits.DEFAULTS)).readAllBytes())
                .hasMessageContaining("more than 250 times its size");
        UnpackLimits raised = new UnpackLimits(UnpackLimits.DEFAULTS.bytes(), 2000);
        assertThat(
                        Streams.open(sniff(file, raised))
                                .transferTo(java.io.OutputStream.nullOutputStream()))
                .isEqualTo(text.length + 64L * zeros.length);
    }

    private static byte[] repeated(byte[] part, int times) {
        byte[][] parts = new byte[times][];
        Arrays.fill(parts, part);
        return Packed.together(parts);
    }

    private static SourceFile sniff(Path file, UnpackLimits limits) throws IOException {
        return new Ingest(1).sniff(file, new ReadOptions("ndjson", null, limits));
    }
}
