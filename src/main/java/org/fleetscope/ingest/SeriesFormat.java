package org.fleetscope.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.TimePrecision;
import org.jspecify.annotations.Nullable;

/** A format of time series: what is common to their reading as entities and as plain tables. */
abstract class SeriesFormat implements StreamFormat {
    /**
     * A file being read.
     *
     * @param mostRows rows that are wanted, so that no more need to be held
     */
    record Reading(SourceFile file, Mapping mapping, InputStream in, long mostRows) {
        /** The file's path, for messages. */
        String name() {
            return file.path().toString();
        }

        /** Unit of times that the format does not tell; null when nobody said it. */
        @Nullable TimePrecision precision() {
            return file.precision() == null ? mapping.precision() : file.precision();
        }

        Pivot pivot() {
            return new Pivot(name(), Pivot.memory(), mostRows);
        }
    }

    private final String id;

    SeriesFormat(String id) {
        this.id = id;
    }

    @Override
    public final String id() {
        return id;
    }

    /** Reads all rows, flat as they are. */
    abstract void read(Reading reading, SeriesRows rows) throws IOException;

    @Override
    public final void read(Opened opened, RowOutput rows) throws IOException {
        read(
                new Reading(opened.file(), opened.mapping(), opened.in(), Long.MAX_VALUE),
                new KpiSeriesRows(opened.mapping(), rows));
    }

    @Override
    public final PlainTable table(SourceFile file, long rows, JobContext job) throws IOException {
        return new SeriesTable(this, file, rows, job);
    }

    @Override
    public int firstRowEnd(SourceFile file, byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    final SourceFile file(Sample sample, EntityKind kind) {
        return new SourceFile(
                sample.path(),
                id,
                sample.compression(),
                StandardCharsets.UTF_8,
                kind,
                sample.size(),
                null);
    }
}
