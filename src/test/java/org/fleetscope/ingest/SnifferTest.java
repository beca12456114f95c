package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SnifferTest {
    @TempDir Path folder;

    @Test
    void contentCountsMoreThanTheName() throws IOException {
        Path file = Files.write(folder.resolve("export.csv"), Rows.gzip(Rows.kpi(1)));
        SourceFile source = new Ingest(1).sniff(file);

        assertThat(source.format()).isEqualTo("ndjson");
        assertThat(source.compression()).isEqualTo("gzip");
        assertThat(source.charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(source.size()).isEqualTo(Files.size(file));
    }

    @Test
    void anEmptyFileIsNdjsonWithoutRows() throws IOException {
        CollectingSink sink = Rows.read(folder, "empty", "");

        assertThat(new Ingest(1).sniff(folder.resolve("empty")).format()).isEqualTo("ndjson");
        assertThat(sink.rows()).isEmpty();
    }

    @Test
    void aBrokenFirstLineDoesNotHideTheFormat() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "{broken\n" + Rows.kpi(1));

        assertThat(new Ingest(1).sniff(file).format()).isEqualTo("ndjson");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    Hello world, this is a letter.  | unknown format
                    1,2,3                           | unknown format
                    PK\u0003\u0004rest              | zip archive
                    a\u0000b                        | binary file
                    task_id,latency_ms,latency_ms   | two columns
                    """)
    void saysWhatItFoundAndWhatIsAccepted(String text, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("odd.bin"), text);

        assertThatThrownBy(() -> new Ingest(1).sniff(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("odd.bin")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"UTF-16, UTF-16", "ISO-8859-1, not UTF-8"})
    void namesOtherEncodings(Charset charset, String message) throws IOException {
        Path file =
                Files.write(
                        folder.resolve("a.csv"),
                        ("task_id,hostname\n" + "1,Zürich\n".repeat(5)).getBytes(charset));

        assertThatThrownBy(() -> new Ingest(1).sniff(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("iconv");
    }

    @Test
    void expandsFoldersSortedWithoutHiddenFiles() throws IOException {
        Path b =
                Files.writeString(
                        Files.createDirectories(folder.resolve("x")).resolve("b.ndjson"), "");
        Path a = Files.writeString(folder.resolve("a.csv"), "");
        Files.writeString(Files.createDirectories(folder.resolve(".git")).resolve("c.ndjson"), "");
        Files.writeString(folder.resolve("x/.hidden"), "");

        assertThat(Ingest.expand(List.of(b, folder))).containsExactly(b, a);
        assertThatThrownBy(() -> Ingest.expand(List.of(folder.resolve("gone"))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gone")
                .hasMessageContaining("Check the path");
    }
}
