package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.fleetscope.job.JobContext;
import org.fleetscope.store.H2Store;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The folder of a new workspace is taken at once, its store is made when it is needed. */
final class WorkspaceFolderTest {
    @TempDir private Path folder;

    @Test
    void aPlaceThatIsTakenIsRefusedAndLeftAsItIs() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "mine");

        assertThatThrownBy(() -> LocalWorkspace.open(taken))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The workspace folder " + taken + " can't be written (");

        assertThat(taken).hasContent("mine");
    }

    @Test
    void aNewWorkspaceIsClosedToOthersBeforeItHasAStore() throws IOException {
        Path place = folder.resolve("new");
        try (Workspace workspace = LocalWorkspace.open(place)) {
            assertThat(H2Store.exists(place)).isFalse();
            assertThatThrownBy(() -> LocalWorkspace.open(place))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is open in another Fleetscope");
        }
    }

    @Test
    void aFolderIsAWorkspaceOnceItWasClosedAndFree() throws IOException {
        Path place = folder.resolve("new");
        LocalWorkspace.open(place).close();

        assertThat(H2Store.exists(place)).isTrue();
        try (Workspace again = LocalWorkspace.open(place)) {
            assertThat(again.info().imports()).isEmpty();
        }
    }

    @Test
    void aTemporaryOneThatNothingWasKeptInLeavesNothing() throws IOException {
        Workspace workspace = LocalWorkspace.open(null);
        Path place = workspace.folder();
        workspace.close();

        assertThat(place).doesNotExist();
    }

    @Test
    void theStoreIsMadeAfterTheFirstRowsAreShown() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("runs.ndjson"),
                        """
                        {"task_id":"a1d549cc-facc-4f37-ae84-ffdb19065948",\
                        "agent_id":"d427735a-eb19-4662-9e1a-2d59e451891c",\
                        "latency_ms":266.046,"recorded_at":"2025-11-05T00:00:00Z"}
                        """);
        Path place = folder.resolve("new");
        List<String> seen = new ArrayList<>();
        try (Workspace workspace = LocalWorkspace.open(place)) {
            workspace.importFiles(
                    List.of(file),
                    ImportOptions.DEFAULTS,
                    new ImportListener() {
                        @Override
                        public void analysisReady() {
                            seen.add("ready, store " + H2Store.exists(place));
                        }

                        @Override
                        public void rowsDurable() {
                            seen.add("durable, store " + H2Store.exists(place));
                        }
                    },
                    JobContext.NONE);

            assertThat(seen).containsExactly("ready, store false", "durable, store true");
            assertThat(workspace.info().imports()).hasSize(1);
        }
    }
}
