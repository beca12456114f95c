package org.fleetscope.ui.chart;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fleetscope.model.Severity;
import org.fleetscope.model.TimeNote;
import org.fleetscope.model.Times;
import org.fleetscope.series.TableData;
import org.fleetscope.series.Track;
import org.fleetscope.ui.support.TimeText;
import org.jspecify.annotations.Nullable;

/**
 * The table twin of a chart: a row a time, a column a value of any layer; bands and shades are left
 * to the picture.
 */
public record ChartTable(TableData data) {

    /** First column is the time, ISO-8601 in the zone; a cell without a value is null. */
    public static ChartTable of(List<ChartTrack> tracks, ZoneId zone) {
        return of(tracks, zone, List.of());
    }

    /** The same with a last column of notes, when there are any. */
    public static ChartTable of(List<ChartTrack> tracks, ZoneId zone, List<TimeNote> notes) {
        Builder builder = new Builder(zone);
        for (ChartTrack track : tracks) {
            String name =
                    track.unit().symbol().isEmpty()
                            ? track.title()
                            : track.title() + " (" + track.unit().symbol() + ")";
            track.layers().forEach(layer -> builder.add(name, layer));
        }
        builder.notes(notes);
        return new ChartTable(builder.build());
    }

    /** Tab-separated with a header line; a missing value is an empty cell. */
    public String tsv() {
        StringBuilder text = new StringBuilder(String.join("\t", data.columns())).append('\n');
        for (List<@Nullable Object> row : data.rows()) {
            text.append(
                            row.stream()
                                    .map(cell -> cell == null ? "" : cell.toString())
                                    .collect(Collectors.joining("\t")))
                    .append('\n');
        }
        return text.toString();
    }

    private static final class Builder {
        private static final DateTimeFormatter ISO =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSXXX");

        private final ZoneId zone;
        private final List<String> columns;
        private final TreeMap<Long, List<@Nullable Object>> rows = new TreeMap<>();

        Builder(ZoneId zone) {
            this.zone = zone;
            columns = new ArrayList<>(List.of("Time (" + TimeText.nameOf(zone) + ")"));
        }

        void add(String name, ChartLayer layer) {
            switch (layer) {
                case ChartLayer.Envelope e when e.columns() -> {
                    column(name + " min", e.time(), e.min());
                    column(name + " mean", e.time(), e.mean());
                    column(name + " max", e.time(), e.max());
                }
                case ChartLayer.Envelope e -> column(name, e.time(), e.mean());
                case ChartLayer.Line l ->
                        column((name + " " + l.label()).strip(), l.time(), l.value());
                case ChartLayer.Bars b -> column(name, b.start(), b.value());
                case ChartLayer.Markers m -> markers(name + " finding", m.markers());
                case ChartLayer.Band _, ChartLayer.Shade _ -> {}
            }
        }

        private void column(String name, long[] time, double[] values) {
            columns.add(name);
            for (int i = 0; i < time.length; i++) {
                if (!Double.isNaN(values[i])) {
                    set(time[i], values[i]);
                }
            }
        }

        private void markers(String name, List<Track.Marker> markers) {
            if (!markers.isEmpty()) {
                columns.add(name);
            }
            for (Track.Marker marker : markers) {
                set(
                        marker.time(),
                        Severity.of(marker.severity()).label()
                                + " "
                                + Math.round(marker.severity())
                                + " "
                                + marker.detector());
            }
        }

        void notes(List<TimeNote> notes) {
            if (!notes.isEmpty()) {
                columns.add("Note");
            }
            Map<Long, List<TimeNote>> byStart =
                    notes.stream().collect(Collectors.groupingBy(note -> note.range().from()));
            byStart.forEach((start, there) ->
                    set(start, there.stream().map(this::text).collect(Collectors.joining("; "))));
        }

        private String text(TimeNote note) {
            String line = note.line().replaceAll("\\s+", " ");
            return note.range().length() == 0
                    ? line
                    : line + " (until " + Times.format(note.range().to(), zone, ISO) + ")";
        }

        private void set(long time, Object value) {
            List<@Nullable Object> row = rows.computeIfAbsent(time, _ -> new ArrayList<>());
            while (row.size() < columns.size() - 1) {
                row.add(null);
            }
            if (row.size() == columns.size() - 1) {
                row.add(value);
            } else {
                row.set(columns.size() - 1, value);
            }
        }

        TableData build() {
            List<List<@Nullable Object>> full = new ArrayList<>();
            rows.forEach((time, cells) -> {
                List<@Nullable Object> row = new ArrayList<>(cells);
                while (row.size() < columns.size()) {
                    row.add(null);
                }
                row.set(0, Times.format(time, zone, ISO));
                full.add(row);
            });
            return new TableData(List.copyOf(columns), full);
        }
    }
}
