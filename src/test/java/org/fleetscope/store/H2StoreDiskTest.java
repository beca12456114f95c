package org.fleetscope.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.TimeRange;
import org.h2.mvstore.MVStoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that is full, and a folder that can't be written. */
final class H2StoreDiskTest {
    private static final int EARLIER = 200;

    @TempDir private Path folder;

    @BeforeEach
    void register() {
        FullDisk.register();
    }

    @AfterEach
    void clear() {
        FullDisk.limit(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100_000, 1_000_000})
    void aFullDiskIsOneClearErrorAndHarmsNothing(int room) throws IOException {
        List<String> before;
        try (H2Store store = H2Store.open(folder)) {
            importRuns(store, 1, EARLIER);
            before = read(store);
        }
        H2Store full = H2Store.open(folder, FullDisk.PREFIX);
        FullDisk.limit(Files.size(folder.resolve("fleetscope.mv.db")) + room);

        IOException failure =
                catchThrowableOfType(IOException.class, () -> importRuns(full, 10_000, 40_000));
        full.close();

        assertThat(failure)
                .hasMessageMatching(
                        "(Writing rows|Committing the import) failed in the workspace "
                                + Pattern.quote(folder.toString())
                                + ": the disk is full\\. Free some space and repeat it; what was"
                                + " imported before is untouched\\.");
        FullDisk.limit(Long.MAX_VALUE);
        try (H2Store store = H2Store.open(folder)) {
            assertThat(read(store)).isEqualTo(before);
            assertThat(store.info().imports()).hasSize(1);

            importRuns(store, 10_000, 40_000);

            assertThat(read(store)).hasSize(EARLIER + 40_000);
            assertThat(store.isIndexed()).isTrue();
        }
    }

    @Test
    @Timeout(10)
    void aCauseOfItselfIsToldOnce() {
        SQLException failure = new SQLException("it broke");
        MVStoreException first = new MVStoreException(1, "first");
        MVStoreException second = new MVStoreException(2, "second");
        first.initCause(second);
        second.initCause(first);
        failure.initCause(first);

        assertThat(new StoreFailure(folder).of("Writing rows", failure))
                .hasMessageStartingWith("Writing rows failed in the workspace " + folder)
                .hasMessageContaining("it broke.");
    }

    @Test
    void aFolderThatCantBeWrittenIsRefusedClearly() throws IOException {
        H2Store.open(folder).close();
        Files.delete(folder.resolve(FolderLock.FILE));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
        try {
            Assumptions.assumeFalse(Files.isWritable(folder), "who tests may write everywhere");
            assertThatThrownBy(() -> H2Store.open(folder))
                    .isInstanceOf(IOException.class)
                    .hasMessage(
                            "The workspace folder "
                                    + folder
                                    + " can't be written (permission denied). Change its permissions,"
                                    + " or choose another folder.");
        } finally {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        H2Store.open(folder).close();
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefusedClearly() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "mine");

        assertThatThrownBy(() -> H2Store.open(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The workspace folder " + file + " can't be written (")
                .hasMessageContaining("choose another folder");
        assertThat(file).hasContent("mine");
    }

    private static void importRuns(H2Store store, long firstTask, int count) throws IOException {
        try (StagedImport staged = store.begin(Runs.header())) {
            staged.rows(Runs.batch(Runs.DAY1, count, firstTask));
            staged.commit(Runs.outcome(count));
            staged.aggregates(List.of(Runs.window(Runs.DAY1, count)), staged.daysToAggregate());
            staged.index(JobContext.NONE);
        }
    }

    private static List<String> read(H2Store store) throws IOException {
        List<String> lines = new ArrayList<>();
        store.read(TimeRange.ALL, rows -> lines.addAll(Runs.describe(rows)), JobContext.NONE);
        return lines;
    }
}
