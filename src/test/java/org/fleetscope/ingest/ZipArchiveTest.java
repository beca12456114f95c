package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.ReadOptions;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.UnpackLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipArchiveTest {
    private static final String ROWS = Rows.kpi(1) + "\n" + Rows.kpi(2) + "\n";

    @TempDir Path folder;

    private Path zip() {
        return folder.resolve("export.zip");
    }

    private Path member(String name) {
        return Path.of(zip() + "!/" + name);
    }

    @Test
    void anArchiveIsHeldUntilAnotherComes() throws IOException {
        Path other = folder.resolve("other.zip");
        new Packed.Zip().add("a.ndjson", ROWS).add("b.ndjson", ROWS).write(zip());
        new Packed.Zip().add("c.ndjson", ROWS).write(other);

        try (HeldArchive held = new HeldArchive()) {
            held.next(member("a.ndjson"));
            held.next(member("b.ndjson"));
            assertThat(Rows.read(member("b.ndjson")).rows()).hasSize(2);
            held.next(Path.of(other + "!/c.ndjson"));
            assertThat(Rows.read(Path.of(other + "!/c.ndjson")).rows()).hasSize(2);
            held.next(Files.writeString(folder.resolve("plain.ndjson"), ROWS));
            Path damaged = Files.writeString(folder.resolve("damaged.zip"), "PK");
            assertThatThrownBy(() -> held.next(Path.of(damaged + "!/d.ndjson")))
                    .hasMessageContaining("damaged.zip")
                    .hasMessageContaining("damaged or cut off");
        }
    }

    @Test
    void eachMemberIsAFileOfItsOwn() throws IOException {
        new Packed.Zip()
                .add("day/b.ndjson", ROWS)
                .add("day/", "")
                .add("a.ndjson.gz", Packed.gzip(Packed.bytes(ROWS)))
                .add("c.zst", Packed.zstd(Packed.bytes(ROWS)))
                .add(".hidden/d.ndjson", ROWS)
                .add("__MACOSX/day/._b.ndjson", ROWS)
                .write(zip());

        List<Path> members =
                List.of(member("a.ndjson.gz"), member("c.zst"), member("day/b.ndjson"));
        assertThat(Ingest.expand(List.of(folder))).isEqualTo(members);
        assertThat(Ingest.expand(List.of(zip()))).isEqualTo(members);
        for (Path member : members) {
            CollectingSink sink = Rows.read(member);
            RowOrigin second = new RowOrigin(member.toString(), 2, Rows.kpi(1).length() + 1);
            assertThat(sink.rows())
                    .extracting(CollectingSink.Row::origin)
                    .containsExactly(new RowOrigin(member.toString(), 1, 0), second);
            assertThat(new RawRows().read(second, JobContext.NONE)).isEqualTo(Rows.kpi(2));
        }
    }

    @Test
    void anArchiveOfOneFileIsThatFile() throws IOException {
        new Packed.Zip().add("readme.txt", "Hello, this is a letter.").add("a", ROWS).write(zip());

        assertThat(new Ingest(1).sniff(zip()).path()).isEqualTo(member("a"));
        new Packed.Zip().add("b", ROWS).add("a", ROWS).write(zip());
        assertThatThrownBy(() -> new Ingest(1).sniff(zip()))
                .hasMessageContaining(
                        "several files of data; name one, for example " + member("a"));
        new Packed.Zip().write(zip());
        assertThatThrownBy(() -> new Ingest(1).sniff(zip())).hasMessageContaining("of 0 files");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../a", "x/../../a", "/etc/a", "C:\\a", "..\\a", "C:a"})
    void pathsThatLeaveTheArchiveAreRefused(String name) throws IOException {
        new Packed.Zip().add("good.ndjson", ROWS).add(name, ROWS).write(zip());

        assertRefused("\"" + name + "\" has a path that leaves the archive");
    }

    @Test
    void archivesWithinArchivesAreRefused() throws IOException {
        byte[] inner = new Packed.Zip().add("a", ROWS).build();
        new Packed.Zip().add("inner.zip", inner).write(zip());
        Path packed = Files.write(folder.resolve("a.zip.gz"), Packed.gzip(inner));

        assertThatThrownBy(() -> new Ingest(1).sniff(member("inner.zip")))
                .isNotInstanceOf(UnrecognisedFileException.class)
                .hasMessageContaining("inner.zip: a zip archive within another archive");
        assertThatThrownBy(() -> new Ingest(1).sniff(packed))
                .hasMessageContaining("within another");
    }

    @Test
    void encryptedMembersAreRefused() throws IOException {
        byte[] zip = new Packed.Zip().add("a", ROWS).build();
        zip[Packed.directoryEntry(zip, 0) + 8] |= 1;
        Files.write(zip(), zip);

        assertRefused("encrypted members. Unpack it with its password first");
    }

    @Test
    void otherMethodsThanDeflateAreRefused() throws IOException {
        byte[] zip = new Packed.Zip().add("a", ROWS).build();
        zip[Packed.directoryEntry(zip, 0) + 10] = 12;
        Files.write(zip(), zip);

        assertRefused("another method than deflate");
    }

    @Test
    void cutArchivesAreRefused() throws IOException {
        byte[] zip = new Packed.Zip().add("a", ROWS).build();
        Files.write(zip(), Arrays.copyOf(zip, zip.length - 10));

        assertRefused("damaged or cut off");
    }

    /** One flipped bit in the data, which inflates all the same. */
    @Test
    void damagedMembersAreRefused() throws IOException {
        byte[] zip = new Packed.Zip().add("a", ROWS).build();
        int data = 30 + 1;
        for (int at = data; at < Packed.directoryEntry(zip, 0) - 16; at += 7) {
            byte[] damaged = zip.clone();
            damaged[at] ^= 4;
            Files.write(zip(), damaged);
            assertThatThrownBy(() -> Rows.read(member("a")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(
                            member("a") + ": this member of the zip archive is damaged");
        }
    }

    /** The directory states less than there is, as a bomb would. */
    @Test
    void aMemberLongerThanStatedIsRefused() throws IOException {
        byte[] zip = new Packed.Zip().add("a", ROWS).build();
        int size = Packed.directoryEntry(zip, 0) + 24;
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(size, 100);
        Files.write(zip(), zip);

        assertThatThrownBy(() -> Rows.read(member("a")))
                .hasMessageContaining("longer than the 100 bytes that are stated");
    }

    @Test
    void bombsAreRefusedByWhatTheyState() throws IOException {
        new Packed.Zip()
                .add("a", new byte[(int) UnpackLimits.HARMLESS / 2])
                .add("b", new byte[(int) UnpackLimits.HARMLESS / 2 + 1])
                .write(zip());

        assertRefused("it unpacks to more than 250 times its size");
        UnpackLimits raised = new UnpackLimits(UnpackLimits.HARMLESS + 1, 2000);
        assertThat(Ingest.expand(List.of(zip()), new ReadOptions(null, null, raised))).hasSize(2);
        UnpackLimits low = new UnpackLimits(UnpackLimits.HARMLESS, 2000);
        assertThatThrownBy(() -> Ingest.expand(List.of(zip()), new ReadOptions(null, null, low)))
                .hasMessageContaining("more than 67108864 bytes");
    }

    @Test
    void twoMembersOfOneNameAreRefused() throws IOException {
        byte[] zip = new Packed.Zip().add("aa", ROWS).add("ab", ROWS).build();
        zip[Packed.directoryEntry(zip, 1) + 47] = 'a';
        Files.write(zip(), zip);

        assertRefused("two members are called \"aa\"");
    }

    @Test
    void documentsOfOfficeProgramsAreNoArchives() throws IOException {
        Path sheet = folder.resolve("sheet.xlsx");
        new Packed.Zip().add("[Content_Types].xml", "<x/>").add("xl/a.xml", "<x/>").write(sheet);

        assertThatThrownBy(() -> new Ingest(1).sniff(sheet))
                .isInstanceOf(UnrecognisedFileException.class)
                .hasMessageContaining("save its tables as CSV first");
        assertThat(Ingest.expand(List.of(folder))).containsExactly(sheet);
    }

    @Test
    void aMemberThatIsNotThereIsNamed() throws IOException {
        new Packed.Zip().add("a", ROWS).write(zip());

        assertThatThrownBy(() -> new Ingest(1).sniff(member("gone")))
                .hasMessageContaining("the archive has no member \"gone\"");
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> Ingest.expand(List.of(zip())))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(zip() + ": ")
                .hasMessageContaining(reason);
    }
}
