package org.fleetscope.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;

/** Lays out JSON compactly with a line of its own for each object, in an array or without one. */
final class OneObjectALine extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1L;

    OneObjectALine() {
        super("\n");
    }

    @Override
    public void beforeArrayValues(JsonGenerator json) throws IOException {
        json.writeRaw('\n');
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator json) throws IOException {
        json.writeRaw(",\n");
    }

    @Override
    public void writeEndArray(JsonGenerator json, int values) throws IOException {
        json.writeRaw(values == 0 ? "]" : "\n]");
    }
}
