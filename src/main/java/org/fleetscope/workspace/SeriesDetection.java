package org.fleetscope.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.fleetscope.analysis.novelty.NoveltySettings;
import org.fleetscope.analysis.novelty.SeriesNovelty;
import org.fleetscope.ingest.TimeText;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Times;
import org.fleetscope.series.TableSink;
import org.jspecify.annotations.Nullable;

/**
 * Scores one series of any table, row by row, each from the rows up to it. Needs no workspace.
 * Thread-safe.
 */
public final class SeriesDetection {
    /** Ids of the detectors that can score a series. */
    public static final List<String> DETECTORS = List.of("novelty");

    private static final List<String> COLUMNS = List.of("timestamp", "value", "anomaly_score");

    private final Previews previews = new Previews();

    /**
     * Writes a row for each of the table: time and value as they stand there, and the score, 0 to
     * 1. A value that is missing or no number scores 0.
     *
     * @param timestamp name of the column with the times; null for the one that looks like it
     * @param value name of the column with the values; null for the one that looks like it
     * @throws IllegalArgumentException when a column is not there; the message lists those there
     *     are
     * @throws IOException when the file can't be read; the message names it
     */
    public void score(
            Path file,
            @Nullable String timestamp,
            @Nullable String value,
            TableSink to,
            JobContext job)
            throws IOException {
        Previews.PreviewedFile table = previews.open(file, new PreviewOptions(0, true), job);
        SeriesColumns columns = SeriesColumns.of(table.preview().columns(), timestamp, value);
        SeriesNovelty novelty = new SeriesNovelty(NoveltySettings.DEFAULTS);
        @Nullable Object[] row = new @Nullable Object[COLUMNS.size()];
        to.columns(COLUMNS);
        table.rows(
                cells -> {
                    row[0] = cell(cells, columns.timestamp());
                    row[1] = cell(cells, columns.value());
                    row[2] = novelty.next(time(row[0]), number(row[1]));
                    to.row(row);
                },
                job);
    }

    private static @Nullable String cell(List<@Nullable String> cells, int column) {
        return column < 0 || column >= cells.size() ? null : cells.get(column);
    }

    private static long time(@Nullable Object cell) {
        long time = cell instanceof String text ? TimeText.ofSeries(text) : Times.MISSING;
        return time == Times.MISSING ? 0 : time;
    }

    /** NaN for what is no number; a decimal comma counts where there is no point. */
    private static double number(@Nullable Object cell) {
        if (!(cell instanceof String text)) {
            return Double.NaN;
        }
        try {
            return Double.parseDouble(text.indexOf('.') < 0 ? text.replace(',', '.') : text);
        } catch (NumberFormatException noNumber) {
            return Double.NaN;
        }
    }
}
