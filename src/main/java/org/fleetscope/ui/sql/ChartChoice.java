package org.fleetscope.ui.sql;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.fleetscope.model.SqlColumn;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.model.Unit;
import org.fleetscope.ui.chart.ChartLayer;
import org.fleetscope.ui.chart.ChartTrack;
import org.fleetscope.workspace.SqlAnswer;
import org.jspecify.annotations.Nullable;

/** What of an answer can be drawn, and how. Columns by their index. */
record ChartChoice(SqlAnswer answer) {
    /** A named value; NaN when missing. */
    record Bar(String name, double value) {}

    /** A track and the stretch of time that shows all of it. */
    record Timed(ChartTrack track, TimeRange range) {}

    /** Columns with a number in some row, and nothing but numbers. */
    List<Integer> numbers() {
        return columns().filter(this::isNumber).boxed().toList();
    }

    private IntStream columns() {
        return IntStream.range(0, answer.columns().size());
    }

    private boolean isNumber(int column) {
        boolean any = false;
        for (List<@Nullable Object> row : answer.rows()) {
            Object cell = row.get(column);
            if (cell != null && !(cell instanceof Number)) {
                return false;
            }
            any |= cell != null;
        }
        return any;
    }

    boolean isTime(int column) {
        return answer.columns().get(column).isTime();
    }

    /** Whether there is something to draw. */
    boolean isPossible() {
        return !numbers().isEmpty();
    }

    /** The first time, else the first that is no number, else the first. */
    int defaultX() {
        List<Integer> numbers = numbers();
        return columns()
                .filter(this::isTime)
                .findFirst()
                .orElseGet(() -> columns().filter(i -> !numbers.contains(i)).findFirst().orElse(0));
    }

    /** The last number that is not what x is: what a query computes stands at the end. */
    int defaultY() {
        List<Integer> numbers = numbers();
        int x = defaultX();
        return numbers.reversed().stream()
                .filter(i -> i != x)
                .findFirst()
                .orElse(numbers.getFirst());
    }

    /** Values in the order of time; rows without a time are left out. */
    Timed timed(int x, int y) {
        record Point(long time, double value) {}
        List<Point> points = new ArrayList<>();
        for (List<@Nullable Object> row : answer.rows()) {
            long time = micros(row.get(x));
            if (time != Times.MISSING) {
                points.add(new Point(time, number(row.get(y))));
            }
        }
        points.sort(Comparator.comparingLong(Point::time));
        long[] times = points.stream().mapToLong(Point::time).toArray();
        double[] values = points.stream().mapToDouble(Point::value).toArray();
        ChartTrack track =
                new ChartTrack(
                        "result",
                        answer.columns().get(y).name(),
                        Unit.NONE,
                        List.of(new ChartLayer.Envelope(false, times, values, values, values, 0)),
                        1);
        long first = times.length == 0 ? 0 : times[0];
        long last = times.length == 0 ? 0 : times[times.length - 1];
        long margin = Math.max(Times.SECOND, (last - first) / 50);
        return new Timed(track, new TimeRange(first - margin, last + margin));
    }

    /** A bar a row, in the order of the answer. */
    List<Bar> bars(int x, int y) {
        return answer.rows().stream()
                .map(row -> new Bar(CellText.of(row.get(x)), number(row.get(y))))
                .toList();
    }

    private static double number(@Nullable Object cell) {
        return cell instanceof Number number ? number.doubleValue() : Double.NaN;
    }

    private static long micros(@Nullable Object cell) {
        if (!(cell instanceof String text)) {
            return Times.MISSING;
        }
        try {
            return Times.ofInstant(
                    text.length() == "2026-01-31".length()
                            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : Instant.parse(text));
        } catch (DateTimeParseException e) {
            return Times.MISSING;
        }
    }

    /** Name and type of a column. */
    SqlColumn column(int index) {
        return answer.columns().get(index);
    }
}
