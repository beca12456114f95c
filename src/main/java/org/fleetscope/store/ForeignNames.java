package org.fleetscope.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.fleetscope.model.RunContext;
import org.jspecify.annotations.Nullable;

/** Finds what a source called an agent in the execution_context of one of its runs. */
final class ForeignNames {
    private static final JsonFactory JSON = new JsonFactory();

    private ForeignNames() {}

    /** The name, null when the context has none. */
    static @Nullable String agentName(byte[] context) throws IOException {
        try (JsonParser json = JSON.createParser(context)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                boolean wanted = json.currentName().equals(RunContext.AGENT_NAME);
                JsonToken value = json.nextToken();
                if (wanted && value == JsonToken.VALUE_STRING) {
                    return json.getText();
                }
                json.skipChildren();
            }
            return null;
        }
    }
}
