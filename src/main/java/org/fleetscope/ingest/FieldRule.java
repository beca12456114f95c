package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Where the value of one field comes from. */
sealed interface FieldRule {
    /** The value for a source row; a missing node when there is none. */
    JsonNode value(ObjectNode source);

    /**
     * The member of that name, else the one at the dotted path. A number is converted, anything
     * else is not.
     */
    record From(String path, @Nullable Conversion conversion) implements FieldRule {
        @Override
        public JsonNode value(ObjectNode source) {
            JsonNode found = find(source, path);
            if (conversion == null || !found.isNumber()) {
                return found;
            }
            double converted = conversion.apply(found.doubleValue());
            return converted == Math.rint(converted) && Math.abs(converted) < 0x1p63
                    ? LongNode.valueOf((long) converted)
                    : DoubleNode.valueOf(converted);
        }

        private static JsonNode find(JsonNode node, String path) {
            JsonNode direct = node.path(path);
            int dot = path.indexOf('.');
            return !direct.isMissingNode() || dot < 0
                    ? direct
                    : find(node.path(path.substring(0, dot)), path.substring(dot + 1));
        }
    }

    /** The same value for every row. */
    record Constant(JsonNode node) implements FieldRule {
        @Override
        public JsonNode value(ObjectNode source) {
            return node;
        }
    }

    /** The source has no such field, and one of that name means something else. */
    record Absent() implements FieldRule {
        @Override
        public JsonNode value(ObjectNode source) {
            return MissingNode.getInstance();
        }
    }
}
