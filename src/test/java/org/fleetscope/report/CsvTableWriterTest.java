package org.fleetscope.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.fleetscope.series.TableData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTableWriterTest {
    private static String csv(TextCells texts, List<String> columns, @Nullable Object... cells)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<@Nullable Object> row = Arrays.asList(cells);
        try (TableWriter writer = new CsvTableWriter(out, texts)) {
            writer.table(new TableData(columns, List.of(row)), Long.MAX_VALUE);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String cell(TextCells texts, Object value) throws IOException {
        String[] lines = csv(texts, List.of("a", "b"), value, "end").split("\r\n", -1);
        assertThat(lines).hasSize(3);
        return lines[1].replaceFirst(",end$", "");
    }

    @ParameterizedTest
    @EnumSource
    void typedCellsKeepTheirFullPrecision(TextCells texts) throws IOException {
        assertThat(
                        csv(
                                texts,
                                List.of("a", "b", "c", "d", "e"),
                                "x",
                                9_007_199_254_740_993L,
                                0.1 + 0.2,
                                true,
                                null))
                .isEqualTo("a,b,c,d,e\r\nx,9007199254740993,0.30000000000000004,true,\r\n");
    }

    @ParameterizedTest
    @EnumSource
    void doublesAreAsJavaWritesThemAndMissingWhereThereIsNone(TextCells texts) throws IOException {
        assertThat(
                        csv(
                                texts,
                                List.of("a", "b", "c", "d", "e"),
                                1_500_000.0,
                                -3.0,
                                1e300,
                                Double.NaN,
                                Double.POSITIVE_INFINITY))
                .isEqualTo("a,b,c,d,e\r\n1500000.0,-3.0,1.0E300,,\r\n");
    }

    @ParameterizedTest
    @EnumSource
    void separatorsQuotesAndLineBreaksAreQuoted(TextCells texts) throws IOException {
        assertThat(csv(texts, List.of("a", "b"), "x,\"y\"", "two\nlines"))
                .isEqualTo("a,b\r\n\"x,\"\"y\"\"\",\"two\nlines\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1"})
    void textThatLooksLikeAFormulaIsDefusedWhenGuarded(String text) throws IOException {
        assertThat(cell(TextCells.GUARDED, text)).isEqualTo("'" + text);
        assertThat(cell(TextCells.PLAIN, text)).isEqualTo(text);
    }

    @Test
    void aFormulaBehindACarriageReturnIsDefusedToo() throws IOException {
        assertThat(cell(TextCells.GUARDED, "\r=1")).isEqualTo("\"'\r=1\"");
        assertThat(cell(TextCells.PLAIN, "\r=1")).isEqualTo("\"\r=1\"");
    }

    @Test
    void columnNamesAreGuardedLikeCells() throws IOException {
        assertThat(csv(TextCells.GUARDED, List.of("=a"), "x")).isEqualTo("'=a\r\nx\r\n");
        assertThat(csv(TextCells.PLAIN, List.of("=a"), "x")).isEqualTo("=a\r\nx\r\n");
    }

    @ParameterizedTest
    @EnumSource
    void negativeNumbersAreNoFormulas(TextCells texts) throws IOException {
        assertThat(cell(texts, -1.5)).isEqualTo("-1.5");
        assertThat(cell(texts, -7L)).isEqualTo("-7");
    }
}
