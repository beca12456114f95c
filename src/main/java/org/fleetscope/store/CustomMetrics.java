package org.fleetscope.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.KpiBatchBuilder;
import org.jspecify.annotations.Nullable;

/** Between custom metric columns and the JSON object stored for a run. */
final class CustomMetrics {
    private static final JsonFactory JSON = new JsonFactory();

    private CustomMetrics() {}

    /** The custom metrics of a row as a JSON object; null when it has none. */
    static @Nullable String text(KpiBatch batch, int row) {
        if (batch.custom.values().stream().allMatch(column -> Double.isNaN(column[row]))) {
            return null;
        }
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            for (Map.Entry<String, double[]> metric : batch.custom.entrySet()) {
                double value = metric.getValue()[row];
                if (!Double.isNaN(value)) {
                    json.writeNumberField(metric.getKey(), value);
                }
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter never fails", e);
        }
        return text.toString();
    }

    /**
     * Sets the numbers of a JSON object as custom metrics of a row; anything else in it is left
     * out.
     */
    static void read(byte[] text, KpiBatchBuilder to, int row) throws IOException {
        try (JsonParser json = JSON.createParser(text)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return;
            }
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                JsonToken value = json.nextToken();
                if (value.isNumeric()) {
                    to.custom(name, row, json.getDoubleValue());
                } else {
                    json.skipChildren();
                }
            }
        }
    }
}
