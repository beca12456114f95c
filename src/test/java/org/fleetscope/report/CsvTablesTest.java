package org.fleetscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.fleetscope.series.TableData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTablesTest {
    private static String csv(List<String> columns, @Nullable Object... cells) throws IOException {
        StringWriter out = new StringWriter();
        List<@Nullable Object> row = Arrays.asList(cells);
        CsvTables.write(new TableData(columns, List.of(row)), out);
        return out.toString();
    }

    @Test
    void typedCellsKeepTheirFullPrecision() throws IOException {
        assertThat(
                        csv(
                                List.of("a", "b", "c", "d", "e"),
                                "x",
                                9_007_199_254_740_993L,
                                0.1 + 0.2,
                                true,
                                null))
                .isEqualTo("a,b,c,d,e\nx,9007199254740993,0.30000000000000004,true,\n");
    }

    @Test
    void wholeDoublesArePlainAndOthersAsJavaWritesThem() throws IOException {
        assertThat(csv(List.of("a", "b", "c", "d"), 1_500_000.0, -3.0, 1e300, Double.NaN))
                .isEqualTo("a,b,c,d\n1500000,-3,1.0E300,\n");
    }

    @Test
    void separatorsQuotesAndLineBreaksAreQuoted() throws IOException {
        assertThat(csv(List.of("a", "b"), "x,\"y\"", "two\nlines"))
                .isEqualTo("a,b\n\"x,\"\"y\"\"\",\"two\nlines\"\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void textThatLooksLikeAFormulaIsDefused(String text) {
        assertThat(CsvTables.cell(text)).isEqualTo("'" + text);
    }

    @Test
    void negativeNumbersAreNoFormulas() {
        assertThat(CsvTables.cell(-1.5)).isEqualTo("-1.5");
        assertThat(CsvTables.cell(-7L)).isEqualTo("-7");
    }

    @Test
    void aFileReplacesOneOfItsName(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), "old");
        CsvTables.write(new TableData(List.of("a"), List.of()), file);
        assertThat(file).hasContent("a\n");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
