package org.fleetscope.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** JSON objects with the columns as keys, in their order; a name that comes again gets a number. */
final class JsonTableWriter implements TableWriter {
    private final JsonGenerator json;
    private final boolean array;
    private List<String> names = List.of();
    private boolean empty = true;

    private JsonTableWriter(OutputStream to, boolean array) throws IOException {
        this.array = array;
        json = new JsonFactory().createGenerator(to);
        json.setPrettyPrinter(new OneObjectALine());
        if (array) {
            json.writeStartArray();
        }
    }

    static JsonTableWriter lines(OutputStream to) throws IOException {
        return new JsonTableWriter(to, false);
    }

    static JsonTableWriter array(OutputStream to) throws IOException {
        return new JsonTableWriter(to, true);
    }

    @Override
    public void columns(List<String> columns) {
        Set<String> taken = new HashSet<>();
        List<String> unique = new ArrayList<>(columns.size());
        for (String column : columns) {
            String name = column;
            for (int i = 2; !taken.add(name); i++) {
                name = column + "_" + i;
            }
            unique.add(name);
        }
        names = List.copyOf(unique);
    }

    @Override
    public void row(@Nullable Object[] cells) throws IOException {
        empty = false;
        json.writeStartObject();
        for (int i = 0; i < cells.length; i++) {
            json.writeFieldName(names.get(i));
            cell(json, cells[i]);
        }
        json.writeEndObject();
    }

    /** Writes one value; what is missing is null. */
    static void cell(JsonGenerator json, @Nullable Object cell) throws IOException {
        if (cell == null || Cells.isMissing(cell)) {
            json.writeNull();
            return;
        }
        switch (cell) {
            case Boolean truth -> json.writeBoolean(truth);
            case Double number -> json.writeNumber(number);
            case Float number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Integer number -> json.writeNumber(number);
            case BigInteger number -> json.writeNumber(number);
            default -> json.writeString(cell.toString());
        }
    }

    @Override
    public void close() throws IOException {
        if (array) {
            json.writeEndArray();
        }
        if (array || !empty) {
            json.writeRaw('\n');
        }
        json.close();
    }
}
