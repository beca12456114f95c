package org.fleetscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javafx.scene.paint.Color;
import org.fleetscope.model.Severity;
import org.fleetscope.series.Track;
import org.junit.jupiter.api.Test;

class PaintersTest {
    private final RecordingSurface surface = new RecordingSurface();
    private final Plot plot = Plots.on(surface);

    private static ChartLayer.Envelope runs(long[] time, double[] value) {
        return new ChartLayer.Envelope(false, time, value, value, value, 0);
    }

    @Test
    void fewRunsAreALineThatBreaksAtAMissingValue() {
        LayerPainter.paintAny(
                runs(new long[] {0, 100, 200, 300, 400}, new double[] {0, 5, Double.NaN, 10, 10}),
                plot);
        assertThat(surface.shapes("polyline")).hasSize(2);
        assertThat(surface.shapes("polyline").get(0).xs()).containsExactly(0, 10);
        assertThat(surface.shapes("polyline").get(0).ys()).containsExactly(100, 50);
        assertThat(surface.shapes("polyline").get(1).xs()).containsExactly(30, 40);
        assertThat(surface.rects).isEmpty();
    }

    @Test
    void manyRunsBecomeOneRectangleAColumnAndKeepTheirPeak() {
        long[] time = LongStream.range(0, 1000).toArray();
        double[] value = IntStream.range(0, 1000).mapToDouble(i -> 4 + i % 2).toArray();
        value[555] = 9;
        LayerPainter.paintAny(runs(time, value), plot);
        // 10 runs a pixel between 4 and 5; equal neighbours are joined, so the peak stands alone at
        // x = 55.
        assertThat(surface.rects).hasSize(3);
        Box peak = surface.rects.get(1);
        assertThat(peak.x()).isEqualTo(55);
        assertThat(peak.width()).isEqualTo(1);
        assertThat(peak.y()).isCloseTo(10, within(1e-9));
        assertThat(peak.bottom()).isCloseTo(60, within(1e-9));
        assertThat(surface.shapes("polyline")).hasSize(1);
        assertThat(surface.shapes("polyline").getFirst().ys()[0]).isCloseTo(55, within(1e-9));
    }

    @Test
    void columnsReachFromLowestToHighestOverTheirWholeLength() {
        ChartLayer.Envelope layer =
                new ChartLayer.Envelope(
                        true,
                        new long[] {0, 100, 300},
                        new double[] {1, 2, 3},
                        new double[] {4, 5, 6},
                        new double[] {2, 3, 4},
                        0);
        LayerPainter.paintAny(layer, plot);
        assertThat(surface.rects)
                .containsExactly(
                        new Box(0, 60, 10, 30), new Box(10, 50, 10, 30), new Box(30, 40, 10, 30));
    }

    @Test
    void aLineThroughColumnsBreaksWhereValuesAreMissing() {
        long[] time = LongStream.range(0, 100).map(i -> i * 10).toArray();
        double[] value = new double[100];
        Arrays.fill(value, 0, 40, 5);
        Arrays.fill(value, 40, 60, Double.NaN);
        Arrays.fill(value, 60, 100, 5);
        LayerPainter.paintAny(new ChartLayer.Envelope(true, time, value, value, value, 0), plot);
        assertThat(surface.shapes("polyline")).hasSize(2);
        double[] first = surface.shapes("polyline").getFirst().xs();
        assertThat(first[first.length - 1]).isEqualTo(39.5);
    }

    @Test
    void aBandIsAnAreaOfStepsThatBreaksWhereAnEndIsMissing() {
        LayerPainter.paintAny(
                new ChartLayer.Band(
                        "robust",
                        new long[] {0, 300, 500, 800, 1000},
                        new double[] {2, 1, Double.NaN, 3, 3},
                        new double[] {4, 5, Double.NaN, 5, 5},
                        new double[] {6, 8, Double.NaN, 7, 7},
                        0),
                plot);
        assertThat(surface.shapes("polygon")).hasSize(2);
        RecordingSurface.Shape steps = surface.shapes("polygon").getFirst();
        assertThat(steps.xs()).containsExactly(0, 30, 30, 50, 50, 30, 30, 0);
        assertThat(steps.ys())
                .containsExactly(new double[] {40, 40, 20, 20, 90, 90, 80, 80}, within(1e-9));
        assertThat(surface.shapes("polygon").get(1).xs()).containsExactly(80, 100, 100, 80);
        assertThat(surface.shapes("polyline").getFirst().xs()).containsExactly(0, 30, 30, 50);
    }

    @Test
    void barsStandOnZero() {
        LayerPainter.paintAny(
                new ChartLayer.Bars(
                        new long[] {0, 100, 200}, 100, new double[] {5, Double.NaN, 10}, 0),
                plot);
        assertThat(surface.rects).containsExactly(new Box(0, 50, 9, 50), new Box(20, 0, 9, 100));
    }

    @Test
    void everyBandOfSeverityHasItsOwnShapeAndColour() {
        List<Track.Marker> markers =
                List.of(
                        new Track.Marker(100, 5, 10, "sigma", 1, 1),
                        new Track.Marker(300, 5, 30, "sigma", 2, 1),
                        new Track.Marker(500, 5, 60, "sigma", 3, 1),
                        new Track.Marker(700, 5, 90, "sigma", 4, 1));
        LayerPainter.paintAny(new ChartLayer.Markers(markers), plot);
        List<RecordingSurface.Shape> shapes = surface.shapes("polygon");
        assertThat(shapes.stream().map(shape -> shape.xs().length).distinct()).hasSize(4);
        assertThat(shapes.stream().map(RecordingSurface.Shape::color))
                .containsExactly(Color.GRAY, Color.YELLOW, Color.ORANGE, Color.RED);
        assertThat(surface.texts).isEmpty();
    }

    @Test
    void markersThatWouldOverlapBecomeTheWorstWithTheirNumber() {
        List<Track.Marker> markers =
                List.of(
                        new Track.Marker(401, 5, 10, "sigma", 1, 1),
                        new Track.Marker(430, 7, 80, "robust", 2, 2),
                        new Track.Marker(460, 6, 40, "sigma", 3, 1),
                        new Track.Marker(2000, 6, 99, "sigma", 4, 1));
        List<MarkerCells.Placed> placed =
                MarkerCells.place(markers, plot.time(), plot.value(), Plots.format());
        assertThat(placed).hasSize(1);
        assertThat(placed.getFirst().marker())
                .isEqualTo(new Track.Marker(430, 7, 80, "robust", 2, 4));
        assertThat(placed.getFirst().x()).isEqualTo(43);
        assertThat(placed.getFirst().y()).isCloseTo(30, within(1e-9));
        LayerPainter.paintAny(new ChartLayer.Markers(markers), plot);
        assertThat(surface.texts).containsExactly("×4");
        assertThat(Severity.of(80)).isEqualTo(Severity.CRITICAL);
    }
}
