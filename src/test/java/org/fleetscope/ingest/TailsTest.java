package org.fleetscope.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.fleetscope.model.FollowNotice;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.ReadOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that grow in every way there is; each row has a latency of its own to be known by. */
class TailsTest {
    private static final TailSettings READING =
            new TailSettings(ReadOptions.DEFAULTS, file -> Mapping.identity());

    @TempDir private Path folder;

    private final CollectingSink live = new CollectingSink();
    private final CollectingSink history = new CollectingSink();
    private final List<FollowNotice> notices = new ArrayList<>();
    private final List<Tails> opened = new ArrayList<>();
    private long now;

    @AfterEach
    void close() throws IOException {
        for (Tails tails : opened) {
            tails.close();
        }
    }

    @Test
    void aRowIsHandedOverOnceItsLineHasEnded() throws IOException {
        Path file = append("a.ndjson", row(1) + row(2).substring(0, 40));
        Tails tails = follow(file);
        assertThat(latencies(history)).containsExactly(1);
        append("a.ndjson", row(2).substring(40).strip());
        drain(tails);
        assertThat(latencies(live)).isEmpty();
        append("a.ndjson", "\n\n" + row(3));
        drain(tails);
        assertThat(latencies(live)).containsExactly(2, 3);
        assertThat(live.rejects).isEmpty();
        KpiBatch third = live.row(1).batch();
        assertThat(third.origin(live.row(1).row()).line()).isEqualTo(4);
        assertThat(third.origin(live.row(1).row()).byteOffset())
                .isEqualTo(row(1).length() + row(2).length() + 1);
    }

    @Test
    void aCharacterMayBeCutInTheMiddle() throws IOException {
        byte[] text = row(1).replace("node-1", "knöten-€").getBytes(UTF_8);
        Path file = append("a.ndjson", "");
        Tails tails = follow(file);
        for (byte b : text) {
            Files.write(file, new byte[] {b}, StandardOpenOption.APPEND);
            drain(tails);
        }
        assertThat(latencies(live)).containsExactly(1);
        assertThat(live.row(0).batch().hosts).containsExactly("knöten-€");
    }

    @Test
    void aLineEndOfTwoCharactersMayBeCut() throws IOException {
        Path file = append("a.csv", header() + "\r\n");
        Tails tails = follow(file);
        append("a.csv", csv(1) + "\r");
        drain(tails);
        append("a.csv", "\n" + csv(2) + "\r\n");
        drain(tails);
        assertThat(latencies(live)).containsExactly(1, 2);
        assertThat(live.row(1).origin().line()).isEqualTo(3);
    }

    @Test
    void aQuotedCellGoesOverLinesAndReadings() throws IOException {
        Path file = append("a.csv", header() + "\n");
        Tails tails = follow(file);
        String quoted = csv(1).replace("planner", "\"plan\nner\"");
        append("a.csv", quoted.substring(0, quoted.indexOf('\n') + 2));
        drain(tails);
        assertThat(latencies(live)).isEmpty();
        append("a.csv", quoted.substring(quoted.indexOf('\n') + 2) + "\n" + csv(2) + "\n");
        drain(tails);
        assertThat(latencies(live)).containsExactly(1, 2);
        assertThat(live.row(0).batch().types).contains("plan\nner");
    }

    @Test
    void theHeaderMayComeInPieces() throws IOException {
        Tails tails = follow(folder.resolve("late.csv"));
        assertThat(notices)
                .extracting(FollowNotice::kind)
                .containsExactly(FollowNotice.Kind.VANISHED);
        append("late.csv", header().substring(0, 10));
        look(tails);
        append("late.csv", header().substring(10) + "\n" + csv(1) + "\n");
        drain(tails);
        assertThat(latencies(live)).containsExactly(1);
    }

    @Test
    void theRestOfARenamedFileComesBeforeItsSuccessor() throws IOException {
        Path file = append("a.ndjson", row(1));
        Tails tails = follow(file);
        append("a.ndjson", row(2));
        Files.move(file, folder.resolve("a.ndjson.1"));
        append("a.ndjson", row(4));
        append("a.ndjson.1", row(3));
        look(tails);
        assertThat(latencies(live)).containsExactly(2, 3, 4);
        append("a.ndjson.1", row(5));
        append("a.ndjson", row(6));
        drain(tails);
        assertThat(latencies(live)).containsExactly(2, 3, 4, 5, 6);
        assertThat(notices)
                .extracting(FollowNotice::kind)
                .containsExactly(FollowNotice.Kind.ROTATED);
        now += TimeUnit.SECONDS.toNanos(3);
        drain(tails);
        assertThat(tails.files()).containsExactly(file);
    }

    @Test
    void filesThatHadTheNameBetweenTwoLooksAreReadInTheirOrder() throws IOException {
        append("a.ndjson.9", row(90));
        Path file = append("a.ndjson", row(1));
        Tails tails = follow(file);
        append("a.ndjson", row(2));
        rotate(0);
        append("a.ndjson", row(3));
        rotate(1);
        append("a.ndjson", row(4) + row(5));
        rotate(2);
        append("a.ndjson", row(6));
        append("a.ndjson.3", row(7));
        look(tails);
        assertThat(latencies(live)).containsExactly(2, 7, 3, 4, 5, 6);

        now += TimeUnit.SECONDS.toNanos(3);
        drain(tails);
        rotate(3);
        append("a.ndjson", row(8));
        look(tails);
        assertThat(latencies(live)).containsExactly(2, 7, 3, 4, 5, 6, 8);
        assertThat(latencies(history)).containsExactly(1);
    }

    @Test
    void aNamedFileMayBeAwayBetweenItsRotationAndTheNext() throws IOException {
        Path file = append("a.ndjson", row(1));
        Tails tails = follow(file);
        append("a.ndjson", row(2));
        rotate(0);
        append("a.ndjson", row(3));
        rotate(1);
        look(tails);
        append("a.ndjson", row(4));
        look(tails);
        assertThat(latencies(live)).containsExactly(2, 3, 4);
    }

    /** Gives all files of that name the next name, as logrotate does, and times that ascend. */
    private void rotate(int rotated) throws IOException {
        for (int i = rotated; i > 0; i--) {
            Files.move(folder.resolve("a.ndjson." + i), folder.resolve("a.ndjson." + (i + 1)));
        }
        Path latest = folder.resolve("a.ndjson.1");
        Files.move(folder.resolve("a.ndjson"), latest);
        Files.setLastModifiedTime(latest, FileTime.fromMillis(1_000_000L + rotated));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aCopyInAFolderGoesOnWhereTheOriginalWasRead(boolean cutIsSeenFirst) throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        Path file = append("in/a.ndjson", row(1) + row(2));
        Path other = append("in/b.ndjson", "");
        Tails tails = follow(in);
        append("in/a.ndjson", row(3));
        byte[] all = Files.readAllBytes(file);
        Files.write(file, new byte[0]);
        if (cutIsSeenFirst) {
            append("in/a.ndjson", row(4));
            look(tails);
        }
        Path copy = in.resolve("a.ndjson.1");
        Files.write(copy, Arrays.copyOf(all, all.length / 2));
        look(tails);
        Files.write(copy, all);
        look(tails);
        append("in/a.ndjson", row(5));
        append("in/b.ndjson", row(6));
        look(tails);
        assertThat(latencies(history)).containsExactly(1, 2);
        assertThat(latencies(live))
                .containsExactlyInAnyOrderElementsOf(
                        cutIsSeenFirst ? List.of(3, 4, 5, 6) : List.of(3, 5, 6));
        assertThat(other).exists();
    }

    @Test
    void aNewFileThatOnlyBeginsLikeAnotherIsReadAfterASecond() throws IOException {
        Path in = Files.createDirectories(folder.resolve("in"));
        append("in/a.ndjson", row(1) + row(2) + row(3));
        Tails tails = follow(in);
        append("in/c.ndjson", row(1) + row(7));
        look(tails);
        assertThat(latencies(live)).isEmpty();
        now += TimeUnit.MILLISECONDS.toNanos(1100);
        drain(tails);
        assertThat(latencies(live)).containsExactly(1, 7);
    }

    @Test
    void aFileThatIsRenamedBeforeItsFirstLineIsWholeIsReadToo() throws IOException {
        Path file = append("a.ndjson", row(1).substring(0, 50));
        Tails tails = follow(file);
        Files.move(file, folder.resolve("a.ndjson.1"));
        append("a.ndjson.1", row(1).substring(50));
        append("a.ndjson", row(2));
        look(tails);
        assertThat(latencies(history)).containsExactly(1);
        assertThat(latencies(live)).containsExactly(2);
    }

    @Test
    void theLastLineOfAFinishedFileNeedsNoLineEnd() throws IOException {
        Path file = append("a.ndjson", row(1));
        Tails tails = follow(file);
        append("a.ndjson", row(2).strip());
        Files.move(file, folder.resolve("a.old"));
        append("a.ndjson", row(3));
        look(tails);
        now += TimeUnit.SECONDS.toNanos(3);
        look(tails);
        assertThat(latencies(live)).containsExactlyInAnyOrder(2, 3);
    }

    @Test
    void aCutFileIsReadFromItsStart() throws IOException {
        Path file = append("a.ndjson", row(1) + row(2));
        Tails tails = follow(file);
        Files.copy(file, folder.resolve("a.ndjson.1"));
        Files.write(file, new byte[0]);
        drain(tails);
        append("a.ndjson", row(3));
        drain(tails);
        assertThat(latencies(live)).containsExactly(3);
        assertThat(live.row(0).origin().line()).isEqualTo(1);
        assertThat(notices)
                .extracting(FollowNotice::kind)
                .containsExactly(FollowNotice.Kind.TRUNCATED);
    }

    @Test
    void aFileThatWasCutAndOutgrewItsOldLengthIsNoticed() throws IOException {
        Path file = append("a.ndjson", row(1));
        Tails tails = follow(file);
        Files.write(file, (row(2) + row(3) + row(4)).getBytes(UTF_8));
        drain(tails);
        assertThat(latencies(live)).containsExactly(2, 3, 4);
        assertThat(notices)
                .extracting(FollowNotice::kind)
                .containsExactly(FollowNotice.Kind.TRUNCATED);
    }

    @Test
    void aFileMayVanishAndComeBack() throws IOException {
        Path file = append("a.ndjson", row(1));
        Tails tails = follow(file);
        append("a.ndjson", row(2));
        Files.delete(file);
        look(tails);
        assertThat(latencies(live)).containsExactly(2);
        assertThat(notices).isEmpty();
        now += TimeUnit.SECONDS.toNanos(5);
        look(tails);
        look(tails);
        assertThat(notices)
                .extracting(FollowNotice::kind)
                .containsExactly(FollowNotice.Kind.VANISHED);
        assertThat(notices.getFirst().isProblem()).isTrue();
        append("a.ndjson", row(3));
        look(tails);
        assertThat(latencies(live)).containsExactly(2, 3);
        assertThat(notices).extracting(FollowNotice::kind).contains(FollowNotice.Kind.STARTED);
    }

    @Test
    void aFolderIsFollowedWithWhatComesIntoIt() throws IOException {
        append("a.ndjson", row(1));
        append("notes.txt", "nothing to see here\n");
        Tails tails = follow(folder);
        append("b.csv", header() + "\n" + csv(2) + "\n");
        look(tails);
        Files.createDirectories(folder.resolve("deep/er"));
        append("deep/er/c.ndjson", row(3));
        append(".hidden.ndjson", row(99));
        look(tails);
        Files.move(folder.resolve("a.ndjson"), folder.resolve("a.ndjson.1"));
        append("a.ndjson", row(4));
        append("a.ndjson.1", row(5));
        look(tails);
        assertThat(latencies(history)).containsExactly(1);
        assertThat(latencies(live)).containsExactly(2, 3, 5, 4);
        assertThat(notices).noneMatch(FollowNotice::isProblem);
    }

    @Test
    void aPackedFileIsTakenOnceWhenItHasStoppedGrowing() throws IOException {
        Tails tails = follow(folder);
        byte[] packed = Rows.gzip(row(1) + row(2));
        Path file = folder.resolve("a.ndjson.gz");
        Files.write(file, Arrays.copyOf(packed, packed.length / 2));
        look(tails);
        assertThat(tails.wholeFiles()).isEmpty();
        Files.write(file, packed);
        now += TimeUnit.SECONDS.toNanos(2);
        assertThat(tails.wholeFiles()).isEmpty();
        now += TimeUnit.SECONDS.toNanos(2);
        assertThat(tails.wholeFiles()).containsExactly(file);
        now += TimeUnit.SECONDS.toNanos(2);
        assertThat(tails.wholeFiles()).isEmpty();
        assertThat(notices).noneMatch(FollowNotice::isProblem);
    }

    @Test
    void whatIsNoDataIsToldOfWhenItWasNamed() throws IOException {
        Tails tails = follow(append("notes.txt", "nothing\nto see\n"));
        assertThat(notices).isEmpty();
        now += TimeUnit.SECONDS.toNanos(2);
        drain(tails);
        drain(tails);
        assertThat(notices).hasSize(1);
        assertThat(notices.getFirst().kind()).isEqualTo(FollowNotice.Kind.FAILED);
        assertThat(notices.getFirst().text()).contains("notes.txt").contains("Accepted are");
    }

    @Test
    void aLaterFollowingGoesOnWhereTheEarlierEnded() throws IOException {
        Path file = append("a.csv", "# title\n" + header() + "\n" + csv(1) + "\n");
        Tails first = follow(file);
        append("a.csv", csv(2) + "\n" + csv(3).substring(0, 20));
        drain(first);
        List<TailMark> marks = first.marks();
        append("a.csv", csv(3).substring(20) + "\n");
        history.batches.clear();
        live.batches.clear();
        Tails second = follow(List.of(file), marks);
        append("a.csv", csv(4) + "\n");
        drain(second);
        assertThat(latencies(history)).containsExactly(3);
        assertThat(history.row(0).origin().line()).isEqualTo(5);
        assertThat(latencies(live)).containsExactly(4);
    }

    @Test
    void aFileThatWasRenamedMeanwhileIsFoundAgain() throws IOException {
        Path file = append("a.ndjson", row(1));
        Tails first = follow(file);
        List<TailMark> marks = first.marks();
        append("a.ndjson", row(2));
        Files.move(file, folder.resolve("a.ndjson.1"));
        append("a.ndjson", row(3));
        history.batches.clear();
        follow(List.of(file), marks);
        assertThat(latencies(history)).containsExactly(2, 3);
    }

    @Test
    void aFileWrittenAnewMeanwhileIsReadFromItsStart() throws IOException {
        Path file = append("a.ndjson", row(1));
        List<TailMark> marks = follow(file).marks();
        history.batches.clear();
        Files.write(file, (row(7) + row(8)).getBytes(UTF_8));
        follow(List.of(file), marks);
        assertThat(latencies(history)).containsExactly(7, 8);
    }

    @Test
    void itWakesSoonAfterAnAppend() throws Exception {
        Path file = append("a.ndjson", row(1));
        Tails tails = follow(file);
        tails.await(10);
        long[] nanos = new long[20];
        for (int i = 0; i < nanos.length; i++) {
            append("a.ndjson", row(10 + i));
            long appended = System.nanoTime();
            while (!tails.read((from, by, past) -> live)) {
                tails.await(1000);
            }
            nanos[i] = System.nanoTime() - appended;
        }
        Arrays.sort(nanos);
        assertThat(TimeUnit.NANOSECONDS.toMillis(nanos[nanos.length / 2])).isLessThan(100);
    }

    /** Appends cut anywhere, with renamings, cuts and new names in between. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyRowArrivesOnceHoweverTheFileIsWritten(long seed) throws IOException {
        Random random = new Random(seed);
        boolean whole = random.nextBoolean();
        boolean csv = random.nextBoolean();
        String name = csv ? "a.csv" : "a.ndjson";
        String start = csv ? header() + "\n" : "";
        Path file = append(name, start);
        Tails tails = follow(whole ? folder : file);
        int next = 1;
        int rotations = 0;
        for (int round = 0; round < 40; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(4); i > 0; i--) {
                text.append(csv ? csv(next++) + "\n" : row(next++));
            }
            write(file, text.toString().getBytes(UTF_8), random, tails);
            switch (random.nextInt(6)) {
                case 0 -> {
                    Files.move(file, folder.resolve(name + "." + rotations++));
                    append(name, start);
                }
                case 1 -> {
                    drain(tails);
                    Files.write(file, start.getBytes(UTF_8));
                    drain(tails);
                }
                case 2 -> {
                    drain(tails);
                    Files.delete(file);
                    look(tails);
                    append(name, start);
                }
                default -> drain(tails);
            }
            look(tails);
        }
        assertThat(latencies(live)).isEqualTo(IntStream.range(1, next).boxed().toList());
        assertThat(live.rejects).isEmpty();
        assertThat(live.rows()).allMatch(found -> found.problems().isEmpty());
    }

    private void write(Path file, byte[] bytes, Random random, Tails tails) throws IOException {
        int at = 0;
        while (at < bytes.length) {
            int end = Math.min(bytes.length, at + 1 + random.nextInt(300));
            Files.write(file, Arrays.copyOfRange(bytes, at, end), StandardOpenOption.APPEND);
            at = end;
            if (random.nextBoolean()) {
                tails.read((from, by, past) -> live);
            }
        }
    }

    private Tails follow(Path root) throws IOException {
        return follow(List.of(root), List.of());
    }

    private Tails follow(List<Path> roots, List<TailMark> marks) throws IOException {
        Tails tails = new Tails(roots, READING, marks, notices::add, () -> now);
        opened.add(tails);
        look(tails);
        return tails;
    }

    private void look(Tails tails) throws IOException {
        tails.look();
        drain(tails);
    }

    private void drain(Tails tails) throws IOException {
        boolean more = true;
        while (more) {
            more = tails.read((from, by, past) -> past ? history : live);
        }
    }

    private Path append(String name, String text) throws IOException {
        return Files.write(
                folder.resolve(name),
                text.getBytes(UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private static String row(int latency) {
        return Rows.kpi(latency) + "\n";
    }

    private static String header() {
        return "task_id,agent_id,latency_ms,accuracy,cpu_usage,memory_mb,recorded_at,target_agent_type";
    }

    private static String csv(int latency) {
        return String.join(
                ",",
                Rows.TASK,
                Rows.AGENT,
                Integer.toString(latency),
                "0.5",
                "0.25",
                "100",
                "2026-01-31T10:00:00Z",
                "planner");
    }

    private static List<Integer> latencies(CollectingSink sink) {
        return sink.rows().stream()
                .map(found -> (int) Objects.requireNonNull(found.batch()).latencyMs[found.row()])
                .toList();
    }
}
