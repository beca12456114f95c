package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Objects of arrays whose first member is longer than the start that recognition looks at. */
class JsonContainerTest {
    private static final int LONG = 300 << 10;

    @TempDir Path folder;

    private SourceFile sniffed(String text) throws IOException {
        return new Ingest(1).sniff(Files.writeString(folder.resolve("export.json"), text));
    }

    private static String many(String text) {
        return text.repeat(LONG / text.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"note\": \"%s\"",
                "\"matrix\": [0%s]",
                "\"log\": {\"inner\": {\"text\": \"%s\"}}"
            })
    void arraysBehindALongMemberAreRows(String member) throws IOException {
        String filler = member.contains("matrix") ? many(",1") : many("\u00e9 ]}{[ ");
        String text =
                "{"
                        + String.format(java.util.Locale.ROOT, member, filler)
                        + ",\n \"kpi_reports\": ["
                        + Rows.kpi(1)
                        + ",\n"
                        + Rows.kpi(2)
                        + "]}";

        SourceFile file = sniffed(text);

        assertThat(file.format()).isEqualTo("json");
        assertThat(file.parts()).hasSize(2);
        assertThat(Rows.read(file.path()).rows()).hasSize(2);
    }

    /** In front of the first row of an array stands a member of 300 KB. */
    @Test
    void anArrayUnderAnyNameCounts() throws IOException {
        String text =
                "{\"note\": \"" + many("x") + "\", \"exported\": [" + Rows.kpi(1) + "], \"n\": 1}";

        assertThat(sniffed(text).parts()).hasSize(2);
    }

    @Test
    void aRowWithALongMemberIsARow() throws IOException {
        String row = Rows.kpi(1).replaceFirst("\\{", "{\"note\":\"" + many("x") + "\",");

        assertThat(sniffed(row).parts()).hasSize(1);
        assertThat(Rows.read(folder.resolve("export.json")).rows()).hasSize(1);
    }

    @Test
    void linesOfLongRowsAreLines() throws IOException {
        String row = Rows.kpi(1).replaceFirst("\\{", "{\"note\":\"" + many("x") + "\",");

        assertThat(sniffed(row + "\n" + Rows.kpi(2) + "\n").format()).isEqualTo("ndjson");
    }

    /** Behind this nobody looks on; the text of a member that long is no row either. */
    @Test
    void itIsNotLookedForWithoutEnd() throws IOException {
        Path file = folder.resolve("export.json");
        byte[] filler = new byte[JsonContainer.MOST + LONG];
        java.util.Arrays.fill(filler, (byte) 'x');
        try (java.io.OutputStream out = Files.newOutputStream(file)) {
            out.write("{\"note\":\"".getBytes(StandardCharsets.UTF_8));
            out.write(filler);
            out.write("\",\"tasks\":[]}".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(new Ingest(1).sniff(file).parts()).hasSize(1);
    }
}
