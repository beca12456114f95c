package org.fleetscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.paint.Color;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.series.Buckets;
import org.fleetscope.series.Lanes;
import org.fleetscope.ui.support.TimeText;
import org.junit.jupiter.api.Test;

/** Lanes of 19 or 21 px (the font has 11 px) below a head of 20 px, their cells from x = 150 on. */
final class LanePainterTest {
    private static final int HOURS = 4;
    private static final TimeRange RANGE = new TimeRange(0, HOURS * Times.HOUR);

    private final RecordingSurface surface = new RecordingSurface();

    /** The first cell of every lane has a finding of a severity, the second a run. */
    private static Lanes lanes(int count, double severity) {
        List<Lanes.Lane> lanes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] severities = new double[HOURS];
            Arrays.fill(severities, Double.NaN);
            severities[0] = severity;
            lanes.add(
                    new Lanes.Lane(
                            "key-" + i,
                            "agent-" + i,
                            severity,
                            2,
                            new int[] {5, 3, 3, 0},
                            new int[] {2, 0, 0, 0},
                            severities,
                            new int[] {-1, -1, -1, -1}));
        }
        return new Lanes(Lanes.By.AGENT, new Buckets(0, Times.HOUR, HOURS), lanes, List.of());
    }

    private static LaneFrame frame(Lanes lanes, double width) {
        return LaneFrame.of(
                lanes, RANGE, ZoneOffset.UTC, new Box(150, 0, width, 230), Plots.PALETTE);
    }

    @Test
    void paintsOnlyTheLanesInView() {
        LaneFrame few = frame(lanes(10_000, 90), 400).scrolled(100_000);
        new LanePainter(surface).paint(few);
        int shown = few.endLane() - few.firstLane();
        assertThat(shown).isBetween(10, 12);
        assertThat(surface.texts.stream().filter(text -> text.startsWith("agent-")).toList())
                .hasSize(shown)
                .contains("agent-" + few.firstLane());
        assertThat(few.firstLane()).isEqualTo((int) (100_000 / few.row()));
    }

    @Test
    void aLongNameKeepsBothEnds() {
        Lanes.Lane lane = lanes(1, 60).lanes().getFirst();
        Lanes.Lane named =
                new Lanes.Lane(
                        lane.key(),
                        "eastus-B8ms-long-2",
                        lane.severity(),
                        lane.count(),
                        lane.runs(),
                        lane.counts(),
                        lane.severities(),
                        lane.worst());
        Lanes one =
                new Lanes(
                        Lanes.By.AGENT,
                        new Buckets(0, Times.HOUR, HOURS),
                        List.of(named),
                        List.of());
        new LanePainter(surface).paint(frame(one, 400));
        assertThat(surface.texts).noneMatch("eastus-B8ms-long-2"::equals);
        assertThat(surface.texts).anyMatch(text -> text.matches("e[^…]*…[^…]*-2"));
    }

    @Test
    void aNumberWhereThereIsRoomElseTheHeightTellsTheBand() {
        new LanePainter(surface).paint(frame(lanes(1, 87), 400));
        assertThat(surface.texts.stream().filter("87"::equals)).hasSize(2);
        double most = cell(87).height();
        assertThat(cell(60).height()).isEqualTo(Math.round(most * 0.75));
        assertThat(cell(30).height()).isEqualTo(Math.round(most * 0.5));
        assertThat(cell(10).height()).isEqualTo(Math.round(most * 0.25));
    }

    /** The only cell 9 px wide. */
    private static Box cell(double severity) {
        RecordingSurface narrow = new RecordingSurface();
        new LanePainter(narrow).paint(frame(lanes(1, severity), 40));
        return narrow.rects.stream().filter(box -> box.width() == 9).findFirst().orElseThrow();
    }

    @Test
    void whatIsRunWithoutFindingIsAThinLine() {
        new LanePainter(surface).paint(frame(lanes(1, 87), 400));
        assertThat(surface.rects)
                .anyMatch(box -> box.x() == 250 && box.width() == 199 && box.height() == 2);
    }

    @Test
    void knowsTheCellAtAPoint() {
        LaneFrame frame = frame(lanes(100, 50), 400).scrolled(3 * LaneFrame.rowHeight(11));
        assertThat(frame.cellAt(151, frame.body().y() + 1)).contains(new LaneFrame.Cell(3, 0));
        assertThat(frame.cellAt(549, frame.body().y() + frame.row() + 1))
                .contains(new LaneFrame.Cell(4, 3));
        assertThat(frame.cellAt(149, frame.body().y() + 1)).isEmpty();
        assertThat(frame.cellAt(151, frame.body().y() - 1)).isEmpty();
        assertThat(frame.cellNear(-50, 5000)).isEqualTo(frame.cellNear(151, 229));
        assertThat(frame(lanes(1, 50), 400).cellAt(151, 200)).isEmpty();
    }

    @Test
    void theCursorStaysOnItsLaneWhenTheOrderChanges() {
        LaneCursor cursor = new LaneCursor(() -> {});
        cursor.go(new LaneFrame.Cell(1, 2));
        Lanes before = lanes(3, 50);
        Lanes after =
                new Lanes(before.by(), before.buckets(), before.lanes().reversed(), List.of());
        cursor.moveTo(before, after);
        assertThat(cursor.cell()).isEqualTo(new LaneFrame.Cell(1, 2));
        cursor.go(new LaneFrame.Cell(0, 2));
        cursor.moveTo(after, before);
        assertThat(cursor.cell()).isEqualTo(new LaneFrame.Cell(2, 2));
        cursor.moveTo(
                before, new Lanes(Lanes.By.HOST, before.buckets(), before.lanes(), List.of()));
        assertThat(cursor.cell()).isNull();
    }

    @Test
    void choosesBetweenTwoCells() {
        LaneCursor cursor = new LaneCursor(() -> {});
        cursor.go(new LaneFrame.Cell(4, 3));
        assertThat(cursor.selection()).isNull();
        cursor.extend(new LaneFrame.Cell(2, 3));
        assertThat(cursor.selection()).isEqualTo(new LaneSelection(2, 4, 3, 3));
        cursor.extend(new LaneFrame.Cell(6, 1));
        assertThat(cursor.selection()).isEqualTo(new LaneSelection(4, 6, 1, 3));
        assertThat(cursor.clear()).isTrue();
        assertThat(cursor.selection()).isNull();
        assertThat(cursor.clear()).isFalse();
    }

    @Test
    void tableTwinHasARowACellWithAFinding() {
        TimeText utc = new TimeText(ZoneOffset.UTC);
        assertThat(LaneTable.of(lanes(2, 87), utc).tsv())
                .isEqualTo(
                        """
                        Agent\tFrom (UTC)\tTo\tWorst severity\tBand\tWorst finding\tFindings\tRuns
                        agent-0\t1970-01-01 00:00:00\t1970-01-01 01:00:00\t87.0\tCritical\t\t2\t5
                        agent-1\t1970-01-01 00:00:00\t1970-01-01 01:00:00\t87.0\tCritical\t\t2\t5
                        """);
        assertThat(LaneText.of(lanes(1, 87), 0, 1, utc))
                .isEqualTo(
                        "agent-0, 1970-01-01 01:00:00 – 1970-01-01 02:00:00 UTC\n"
                                + "No finding in 3 runs");
        assertThat(LaneText.of(lanes(1, 87), 0, 3, utc)).endsWith("No run");
    }

    @Test
    void coloursAreThoseOfTheBands() {
        List<Color> colors = new ArrayList<>();
        RecordingSurface remembering = new RecordingSurface();
        new LanePainter(remembering).paint(frame(lanes(1, 60), 400));
        remembering.shapes("polygon").forEach(shape -> colors.add(shape.color()));
        assertThat(colors).containsExactly(Color.ORANGE);
    }
}
