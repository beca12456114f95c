package org.fleetscope.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Workbooks are read with the JDK's own zip and XML. */
final class XlsxTableWriterTest {
    @TempDir private Path folder;

    @Test
    void cellsKeepTheirTypesAndDigits() throws Exception {
        Map<String, Document> parts =
                parts(
                        1000,
                        List.of("name", "n"),
                        new @Nullable Object[] {" a<b&\"c\" ", 0.1 + 0.2},
                        new @Nullable Object[] {"=1+1", 42L},
                        new @Nullable Object[] {null, Double.NaN},
                        new @Nullable Object[] {true, Long.MAX_VALUE},
                        new @Nullable Object[] {"2026-03-04T00:00:00.000001Z", BigInteger.TEN});
        assertThat(cells(parts, 1))
                .isEqualTo(
                        Map.of(
                                "A1", "s name",
                                "B1", "s n",
                                "A2", "s  a<b&\"c\" ",
                                "B2", "n 0.30000000000000004",
                                "A3", "s =1+1",
                                "B3", "n 42",
                                "A5", "b 1",
                                "B5", "s 9223372036854775807",
                                "A6", "s 2026-03-04T00:00:00.000001Z",
                                "B6", "s 10"));
        assertThat(part(parts, "xl/worksheets/sheet1.xml").getElementsByTagName("f").getLength())
                .as("text is never a formula")
                .isZero();
    }

    @Test
    void aTableLongerThanASheetGoesOnInTheNext() throws Exception {
        Object[][] rows =
                IntStream.range(0, 5)
                        .mapToObj(i -> new Object[] {(long) i})
                        .toArray(Object[][]::new);
        Map<String, Document> parts = parts(3, List.of("n"), rows);
        assertThat(cells(parts, 1)).isEqualTo(Map.of("A1", "s n", "A2", "n 0", "A3", "n 1"));
        assertThat(cells(parts, 2)).isEqualTo(Map.of("A1", "s n", "A2", "n 2", "A3", "n 3"));
        assertThat(cells(parts, 3)).isEqualTo(Map.of("A1", "s n", "A2", "n 4"));
    }

    @Test
    void manyRowsAreWrittenAsTheyCome() throws Exception {
        Object[][] rows =
                IntStream.range(0, 2500)
                        .mapToObj(i -> new Object[] {"t" + i})
                        .toArray(Object[][]::new);
        assertThat(cells(parts(9999, List.of("n"), rows), 1))
                .hasSize(2501)
                .containsEntry("A2501", "s t2499");
    }

    @Test
    void whatASheetCannotHoldIsNamed() {
        assertThatThrownBy(() -> parts(9, List.of("n"), new Object[][] {{"x".repeat(32_768)}}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("32768")
                .hasMessageContaining(".csv");
        assertThatThrownBy(() -> parts(9, Collections.nCopies(16_385, "c")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("16385");
    }

    private Map<String, Document> parts(
            int rowsOfSheet, List<String> columns, @Nullable Object[]... rows) throws Exception {
        Path file = folder.resolve("table.xlsx");
        try (TableWriter writer = new XlsxTableWriter(Files.newOutputStream(file), rowsOfSheet)) {
            writer.columns(columns);
            for (@Nullable Object[] row : rows) {
                writer.row(row);
            }
        }
        Map<String, Document> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().endsWith(".xml")) {
                    parts.put(
                            entry.getName(),
                            DocumentBuilderFactory.newInstance()
                                    .newDocumentBuilder()
                                    .parse(zip.getInputStream(entry)));
                }
            }
        }
        return parts;
    }

    private static Document part(Map<String, Document> parts, String name) {
        Document part = parts.get(name);
        if (part == null) {
            throw new AssertionError("no " + name + " in " + parts.keySet());
        }
        return part;
    }

    /** Cells by their place, each its type and its value. */
    private static Map<String, String> cells(Map<String, Document> parts, int sheet) {
        List<String> strings = new ArrayList<>();
        for (Element element : elements(part(parts, "xl/sharedStrings.xml"), "si")) {
            strings.add(element.getTextContent());
        }
        Map<String, String> cells = new TreeMap<>();
        for (Element cell : elements(part(parts, "xl/worksheets/sheet" + sheet + ".xml"), "c")) {
            String type = cell.getAttribute("t");
            String text = cell.getTextContent();
            if (!text.isEmpty()) {
                cells.put(
                        cell.getAttribute("r"),
                        type
                                + " "
                                + (type.equals("s") ? strings.get(Integer.parseInt(text)) : text));
            }
        }
        return cells;
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }
}
