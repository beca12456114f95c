package org.fleetscope.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.CsvOptions;
import org.fleetscope.model.ReadOptions;
import org.fleetscope.model.UnpackLimits;
import org.fleetscope.store.Store;
import org.jspecify.annotations.Nullable;

/** What the user said about a file when it was imported last, so that it can be read again. */
final class StoredReadOptions {
    private static final JsonMapper JSON = new JsonMapper();

    /** A file that was imported needs no protection from itself. */
    private static final UnpackLimits NO_LIMITS =
            new UnpackLimits(Long.MAX_VALUE, Integer.MAX_VALUE);

    private StoredReadOptions() {}

    /** Options of the last import that has the file; the defaults when none has. */
    static ReadOptions of(String path, Store store, JobContext job) throws IOException {
        List<List<@Nullable Object>> rows =
                store.query(
                                "SELECT i.settings FROM kpi.imports i JOIN kpi.import_files f"
                                        + " ON f.import_id = i.import_id WHERE f.path = '"
                                        + path.replace("'", "''")
                                        + "' ORDER BY i.import_id DESC LIMIT 1",
                                1,
                                job)
                        .rows();
        if (rows.isEmpty()) {
            return new ReadOptions(null, null, NO_LIMITS);
        }
        JsonNode whole = JSON.readTree(String.valueOf(rows.getFirst().getFirst()));
        JsonNode own = whole.path("read").path(path);
        JsonNode settings = own.isObject() ? own : whole;
        String encoding = settings.path("encoding").textValue();
        ReadOptions said =
                new ReadOptions(
                        settings.path("format").textValue(),
                        encoding == null ? null : Charset.forName(encoding),
                        NO_LIMITS);
        JsonNode csv = settings.path("csv");
        return csv.isObject() ? said.withCsv(JSON.treeToValue(csv, CsvOptions.class)) : said;
    }
}
