package org.fleetscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.fleetscope.model.TimeNote;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Unit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@ExtendWith(ApplicationExtension.class)
final class ChartPaperTest {
    private static final ChartTrack LATENCY =
            new ChartTrack(
                    "latency_ms",
                    "Latency <all> & more",
                    Unit.MILLISECONDS,
                    List.of(
                            new ChartLayer.Line(
                                    "p95",
                                    new long[] {0, 500_000, 999_999},
                                    new double[] {0.1, 2.0 / 3, 10},
                                    0)),
                    1);

    private static ChartPaper paper(String heading, TimeNote... noted) {
        List<TimeNote> notes = List.of(noted);
        return new ChartPaper(
                heading,
                List.of(LATENCY),
                new TimeRange(0, 1_000_000),
                ZoneOffset.UTC,
                Set.of(),
                notes,
                new ChartPalette(
                        java.util.Map.of(
                                ChartColor.SERIES_1, Color.web("#0969b8"),
                                ChartColor.PLOT_BACKGROUND, Color.WHITE,
                                ChartColor.TITLE_TEXT, Color.BLACK),
                        0.5,
                        Font.font(11),
                        Font.font(13)),
                600,
                200);
    }

    private static Document parsed(String svg) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Element> elements(Document svg, String name) {
        NodeList found = svg.getElementsByTagNameNS("http://www.w3.org/2000/svg", name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    @Test
    void theSvgHoldsHeadingRangeZoneUnitAndLine() throws Exception {
        Document svg =
                parsed(WaitForAsyncUtils.asyncFx(() -> paper("agent \"1\" \u0007").svg()).get());
        assertThat(svg.getDocumentElement().getAttribute("width")).isEqualTo("632");
        List<String> texts = elements(svg, "text").stream().map(Element::getTextContent).toList();
        assertThat(texts)
                .contains(
                        "agent \"1\" \uFFFD",
                        "1970-01-01 00:00:00.000 to 1970-01-01 00:00:01.000 · UTC",
                        "Latency <all> & more",
                        "ms");
        List<Element> lines = elements(svg, "polyline");
        assertThat(lines).hasSize(1);
        assertThat(lines.getFirst().getAttribute("stroke")).isEqualTo("#0969b8");
        String[] points = lines.getFirst().getAttribute("points").split(" ");
        assertThat(points).hasSize(3);
        // A plot begins 4.8 em of 11 px from the left and ends 1.6 em before the right edge.
        assertThat(Double.parseDouble(points[0].split(",")[0])).isEqualTo(53);
        assertThat(Double.parseDouble(points[1].split(",")[0]))
                .isEqualTo(53 + Math.floor(600 - 6.4 * 11) / 2);
    }

    @Test
    void thePngHasTwiceThePixelsOfAnOpaqueLightPage() throws Exception {
        PngImage image =
                WaitForAsyncUtils.asyncFx(() -> PngImage.of(paper("agent").image(2), 2)).get();
        BufferedImage read = read(image);
        assertThat(read.getWidth()).isEqualTo(2 * 632);
        assertThat(read.getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
        // Over the whole width of the plot, 529 pixels of the chart, at least one pixel high.
        assertThat(bluish(read)).isGreaterThan(2 * 529);
    }

    @Test
    void aPngComesBackPixelByPixel() throws Exception {
        int[] pixels = {0xFF010203, 0xFFFFFFFF, 0xFF000000, 0xFF80FF7F, 0xFF0000FF, 0xFFFE0000};
        BufferedImage read = read(new PngImage(3, 2, pixels, 2));
        assertThat(read.getRGB(0, 0, 3, 2, null, 0, 3)).isEqualTo(pixels);
    }

    @Test
    void theTableHasFullPrecision() throws Exception {
        List<List<@Nullable Object>> rows =
                WaitForAsyncUtils.asyncFx(() -> paper("agent").table().rows()).get();
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1)).containsExactly("1970-01-01T00:00:00.500000Z", 2.0 / 3);
    }

    @Test
    void notesInRangeAreOnThePaperAndInTheTable() throws Exception {
        TimeNote at = note(new TimeRange(500_000, 500_000), "", "deployed");
        TimeNote stretch = note(new TimeRange(700_000, 2_000_000), "coder-03", "slow disk");
        TimeNote later = note(new TimeRange(3_000_000, 3_000_000), "", "later");
        ChartPaper paper =
                WaitForAsyncUtils.asyncFx(() -> paper("agent", at, stretch, later)).get();
        Document svg = parsed(WaitForAsyncUtils.asyncFx(paper::svg).get());
        assertThat(elements(svg, "text").stream().map(Element::getTextContent))
                .contains("deployed", "coder-03: slow disk")
                .doesNotContain("later");
        assertThat(paper.table().columns()).endsWith("Note");
        assertThat(paper.table().rows().stream().map(List::getLast))
                .containsExactly(
                        null,
                        "deployed",
                        "coder-03: slow disk (until 1970-01-01T00:00:02.000000Z)",
                        null);
    }

    private static TimeNote note(TimeRange range, String subject, String text) {
        return new TimeNote(UUID.randomUUID(), range, subject, text, 0);
    }

    private static BufferedImage read(PngImage image) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        image.write(bytes);
        return ImageIO.read(new ByteArrayInputStream(bytes.toByteArray()));
    }

    private static long bluish(BufferedImage image) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
                .filter(pixel -> (pixel & 0xFF) - (pixel >> 16 & 0xFF) > 40)
                .count();
    }
}
