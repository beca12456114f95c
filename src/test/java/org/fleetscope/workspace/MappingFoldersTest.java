package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MappingFoldersTest {
    /** What a person has saved must not decide about a test. */
    @Test
    void testsDoNotSeeThePersonsSettings() {
        assertThat(MappingFolders.ofPerson())
                .isEqualTo(
                        Path.of("target", "test-settings", "fleetscope", "mappings")
                                .toAbsolutePath());
    }

    @Test
    void aWorkspaceHasItsOwn() {
        assertThat(MappingFolders.of(Path.of("w"))).isEqualTo(Path.of("w", "mappings"));
    }
}
