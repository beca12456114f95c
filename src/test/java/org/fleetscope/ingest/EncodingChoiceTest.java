package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.ReadOptions;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.UnpackLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingChoiceTest {
    @TempDir Path folder;

    private static String row(double latency) {
        return Rows.kpi(latency).replace("layer2", "größe €");
    }

    @ParameterizedTest
    @CsvSource({"windows-1252", "UTF-16", "UTF-16LE", "UTF-32BE", "GB18030"})
    void aChosenEncodingIsReadAsUtf8(Charset charset) throws IOException {
        Path file =
                Files.write(
                        folder.resolve("a.ndjson"),
                        (row(1) + "\n" + row(2) + "\n").getBytes(charset));
        ReadOptions options = new ReadOptions(null, charset, UnpackLimits.DEFAULTS);
        Ingest ingest = new Ingest(1);
        CollectingSink sink = new CollectingSink();
        SourceFile source = ingest.sniff(file, options);
        ingest.read(source, Mapping.identity(), sink, JobContext.NONE);

        assertThat(source.charset()).isEqualTo(charset);
        assertThat(sink.row(1).batch().layers).containsExactly("größe €");
        RowOrigin second = sink.row(1).origin();
        assertThat(second)
                .isEqualTo(
                        new RowOrigin(
                                file.toString(),
                                2,
                                row(1).getBytes(StandardCharsets.UTF_8).length + 1));
        assertThat(new RawRows(options).read(second, JobContext.NONE)).isEqualTo(row(2));
    }

    /** Byte 81 has no character in Windows-1252. */
    @Test
    void whatTheEncodingDoesNotHaveCostsItsRow() throws IOException {
        String text = row(1) + "\n" + row(2).replace("größe", "gr\u0081") + "\n" + row(3) + "\n";
        byte[] bytes = text.replace("€", "").getBytes(StandardCharsets.ISO_8859_1);
        Path file = Files.write(folder.resolve("a.ndjson"), bytes);
        Ingest ingest = new Ingest(1);
        CollectingSink sink = new CollectingSink();
        ReadOptions options =
                new ReadOptions(null, Charset.forName("windows-1252"), UnpackLimits.DEFAULTS);
        ingest.read(ingest.sniff(file, options), Mapping.identity(), sink, JobContext.NONE);

        assertThat(sink.rows())
                .extracting(row -> row.batch().has(row.row(), KpiBatch.MALFORMED))
                .containsExactly(false, true, false);
    }

    @Test
    void aMarkAtTheStartIsNoText() throws IOException {
        byte[] text = "\uFEFFa\uFEFF".getBytes(StandardCharsets.UTF_16LE);

        assertThat(
                        new Transcoder(new ByteArrayInputStream(text), StandardCharsets.UTF_16LE)
                                .readAllBytes())
                .isEqualTo("a\uFEFF".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anEncodingNobodyChoseIsNamed() throws IOException {
        Path latin =
                Files.write(
                        folder.resolve("a.ndjson"),
                        "{\"a\":\"é\"}\n".getBytes(StandardCharsets.ISO_8859_1));
        Path wide = Files.write(folder.resolve("b"), "{}".getBytes(StandardCharsets.UTF_16));

        assertThatThrownBy(() -> new Ingest(1).sniff(latin))
                .hasMessageContaining("byte 0xE9 on line 1, byte 6")
                .hasMessageContaining("--encoding windows-1252");
        assertThatThrownBy(() -> new Ingest(1).sniff(wide))
                .hasMessageContaining("--encoding UTF-16");
    }
}
