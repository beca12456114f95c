package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saved mappings are found again by the columns of a table. */
class MappingLibraryTest {
    @TempDir Path folder;

    private FirstRows rows(String csv) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), csv);
        return FirstRows.of(new Ingest(1).sniff(file));
    }

    private Path save(Path place, String name, String columns, String from) throws IOException {
        Mapping mapping =
                Mapping.parse(
                        """
                        {"name":"%s","columns":[%s],"fields":{"latency_ms":{"from":"%s"}}}
                        """
                                .formatted(name, columns, from),
                        name);
        return new MappingLibrary(List.of()).save(mapping, place);
    }

    private static Optional<String> found(MappingLibrary library, FirstRows rows) {
        return library.find(rows).map(found -> found.mapping().name());
    }

    @Test
    void exactBeforeTheLargestSuperset() throws IOException {
        Path saved = folder.resolve("saved");
        MappingLibrary library = new MappingLibrary(List.of(saved));
        FirstRows table = rows("a,b,c\n1,2,3\n");
        assertThat(found(library, table)).isEmpty();

        save(saved, "one", "\"a\"", "a");
        assertThat(found(library, table)).contains("one");
        save(saved, "two", "\"a\",\"b\"", "a");
        assertThat(found(library, table)).contains("two");
        save(saved, "other", "\"a\",\"b\",\"d\"", "d");
        assertThat(found(library, table)).contains("two");
        save(saved, "exact", "\"c\",\"b\",\"a\"", "c");
        assertThat(found(library, table)).contains("exact");
    }

    @Test
    void theWorkspacesOwnBeforeThePersons() throws IOException {
        Path person = folder.resolve("person");
        Path workspace = folder.resolve("workspace");
        save(person, "mine", "\"a\",\"b\"", "a");
        save(workspace, "ours", "\"a\",\"b\"", "b");

        assertThat(found(new MappingLibrary(List.of(workspace, person)), rows("a,b\n1,2\n")))
                .contains("ours");
    }

    @Test
    void entitiesNeedNoneUnlessOneWasSavedForThem() throws IOException {
        Path saved = folder.resolve("saved");
        MappingLibrary library = new MappingLibrary(List.of(saved));
        String columns = "\"task_id\",\"agent_id\",\"recorded_at\",\"latency_ms\",\"x\"";
        FirstRows table = rows(columns.replace("\"", "") + "\n1,2,3,4,5\n");
        save(saved, "part", "\"x\"", "x");
        assertThat(found(library, table)).isEmpty();
        save(saved, "own", columns, "x");
        assertThat(found(library, table)).contains("own");
    }

    @Test
    void aBrokenOneIsPassedOver() throws IOException {
        Path saved = Files.createDirectories(folder.resolve("saved"));
        Files.writeString(saved.resolve("a.json"), "{");
        save(saved, "whole", "\"a\"", "a");

        assertThat(found(new MappingLibrary(List.of(saved)), rows("a,b\n1,2\n"))).contains("whole");
    }

    @Test
    void savedUnderAPlainNameAndReplaced() throws IOException {
        Path saved = folder.resolve("saved");
        Path file = save(saved, "../CI runs: 1", "\"a\"", "a");

        assertThat(file.getParent()).isEqualTo(saved);
        assertThat(file.getFileName()).hasToString("mapping..-CI-runs-1.json");
        assertThat(save(saved, "../CI runs: 1", "\"b\"", "b")).isEqualTo(file);
        assertThat(Files.list(saved)).containsExactly(file);
    }
}
