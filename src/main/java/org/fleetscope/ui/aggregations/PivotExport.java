package org.fleetscope.ui.aggregations;

import java.io.IOException;
import java.io.OutputStream;
import org.fleetscope.report.TableFormat;
import org.fleetscope.series.TableData;
import org.fleetscope.ui.session.FileExports;

/** Writes what is seen to a file that the person chooses. */
final class PivotExport {
    private static final String WHAT = "the aggregation";
    private static final String NAME = "aggregation";

    private final FileExports files;

    PivotExport(FileExports files) {
        this.files = files;
    }

    /** Something that writes itself as PNG. */
    @FunctionalInterface
    interface Picture {
        void write(OutputStream to) throws IOException;
    }

    void table(TableData table, String ending) {
        TableFormat format = TableFormat.ofName(NAME + ending).orElseThrow();
        files.export(WHAT, NAME + ending, FileExports.table(table, format, WHAT));
    }

    void picture(Picture picture) {
        files.export(
                WHAT,
                NAME + ".png",
                (to, job) -> {
                    picture.write(to);
                    return "the chart";
                });
    }
}
