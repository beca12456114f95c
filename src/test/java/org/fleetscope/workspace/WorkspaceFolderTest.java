package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fleetscope.job.JobContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new workspace whose folder can't be made: its store is opened beside the reading. */
final class WorkspaceFolderTest {
    @TempDir private Path folder;
    private Path taken;

    @BeforeEach
    void takeThePlace() throws IOException {
        taken = Files.writeString(folder.resolve("taken"), "mine");
    }

    @Test
    void anImportSaysSoOnceAndClosingDoesNotRepeatIt() throws IOException {
        Path file = Files.writeString(folder.resolve("runs.ndjson"), "{}\n");
        Workspace workspace = LocalWorkspace.open(taken);

        assertThatThrownBy(() ->
                        workspace.importFiles(
                                List.of(file),
                                ImportOptions.DEFAULTS,
                                ImportListener.NONE,
                                JobContext.NONE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("The workspace folder " + taken + " can't be written (");
        workspace.close();

        assertThat(taken).hasContent("mine");
    }

    @Test
    void closingSaysSoWhenNothingElseDid() throws IOException {
        Workspace workspace = LocalWorkspace.open(taken);

        assertThatThrownBy(workspace::close)
                .isInstanceOf(IOException.class)
                .hasMessageContaining(taken.toString());
    }
}
