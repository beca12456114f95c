package org.fleetscope.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class H2StoreLockTest {
    @TempDir Path folder;

    @Test
    void oneProcessOpensItOnce() throws IOException {
        try (H2Store store = H2Store.open(folder)) {
            assertThatThrownBy(() -> H2Store.open(folder))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("open in another Fleetscope. Close it there");
            assertThat(store.days()).isEmpty();
        }
        H2Store.open(folder).close();
    }

    @Test
    void anotherProcessIsRefusedWhileOneHasItOpen() throws Exception {
        try (ChildImport child = ChildImport.start(folder, "opened")) {
            child.awaitStop();
            assertThatThrownBy(() -> H2Store.open(folder))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("open in another Fleetscope");
        }
        try (H2Store store = H2Store.open(folder)) {
            assertThat(store.days()).as("the killed process left a whole store").isEmpty();
        }
    }

    @Test
    void oneImportAtATime() throws IOException {
        try (H2Store store = H2Store.open(folder)) {
            try (StagedImport staged = store.begin(Runs.header())) {
                assertThat(staged.importId()).isEqualTo(1);
                assertThatThrownBy(() -> store.begin(Runs.header()))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("running already");
            }
            store.begin(Runs.header()).close();
        }
    }

    @Test
    void aClosedStoreSaysSo() throws IOException {
        H2Store store = H2Store.open(folder);
        store.close();
        store.close();

        assertThatThrownBy(store::days)
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.toString());
    }

    @Test
    void aFileThatIsNoDatabaseIsRefusedClearly() throws IOException {
        Files.writeString(folder.resolve("fleetscope.mv.db"), "no database ".repeat(2000));

        assertThatThrownBy(() -> H2Store.open(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("restore the folder from a backup");
        assertThat(folder.resolve("fleetscope.trace.db")).doesNotExist();
    }
}
