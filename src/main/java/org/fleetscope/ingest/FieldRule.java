package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fleetscope.model.Times;
import org.fleetscope.model.Unit;
import org.jspecify.annotations.Nullable;

/** Where the value of one field comes from. Immutable. */
sealed interface FieldRule {
    /** The value for a source row; a missing node when there is none. */
    JsonNode value(ObjectNode source);

    /** Places that the value is taken from. */
    default List<SourcePath> sources() {
        return List.of();
    }

    /**
     * A value as it stands, or a number converted. Text that spells a number counts as one where
     * the field is a number.
     *
     * @param numeric whether the field holds a number
     */
    record From(SourcePath path, boolean numeric, @Nullable Conversion conversion)
            implements FieldRule {
        @Override
        public JsonNode value(ObjectNode source) {
            JsonNode found = path.find(source);
            return numeric ? converted(found, conversion) : found;
        }

        @Override
        public List<SourcePath> sources() {
            return List.of(path);
        }
    }

    /** A time, in the zone and format that the mapping has for times without an offset. */
    record Time(SourcePath path, LocalTimes times) implements FieldRule {
        @Override
        public JsonNode value(ObjectNode source) {
            JsonNode found = path.find(source);
            long micros = times.micros(found);
            return micros == Times.MISSING ? found : TextNode.valueOf(Times.iso(micros));
        }

        @Override
        public List<SourcePath> sources() {
            return List.of(path);
        }
    }

    /**
     * A value by a table: the text found, in lower case, to the value it stands for.
     *
     * @param otherwise for what the table does not have; null for none, except that a number then
     *     stands for itself
     */
    record Translated(SourcePath path, Map<String, JsonNode> values, @Nullable JsonNode otherwise)
            implements FieldRule {
        @Override
        public JsonNode value(ObjectNode source) {
            JsonNode found = path.find(source);
            if (found.isMissingNode()) {
                return found;
            }
            JsonNode value = values.get(found.asText().strip().toLowerCase(Locale.ROOT));
            if (value != null) {
                return value;
            }
            JsonNode number = converted(found, null);
            return otherwise != null
                    ? otherwise
                    : number.isNumber() ? number : MissingNode.getInstance();
        }

        @Override
        public List<SourcePath> sources() {
            return List.of(path);
        }
    }

    /** Milliseconds from one time to another. */
    record Since(SourcePath end, SourcePath start, LocalTimes times) implements FieldRule {
        @Override
        public JsonNode value(ObjectNode source) {
            double millis = times.millisBetween(start.find(source), end.find(source));
            return Double.isNaN(millis) ? MissingNode.getInstance() : number(millis);
        }

        @Override
        public List<SourcePath> sources() {
            return List.of(end, start);
        }
    }

    /** Sum of the numbers that are there; none when none is. */
    record Sum(List<SourcePath> parts, @Nullable Conversion conversion) implements FieldRule {
        @Override
        public JsonNode value(ObjectNode source) {
            double sum = 0;
            boolean any = false;
            for (SourcePath part : parts) {
                JsonNode value = converted(part.find(source), conversion);
                if (value.isNumber()) {
                    sum += value.doubleValue();
                    any = true;
                }
            }
            return any ? number(sum) : MissingNode.getInstance();
        }

        @Override
        public List<SourcePath> sources() {
            return parts;
        }
    }

    /**
     * Scores given to the row itself or to what one of its ids names.
     *
     * @param ids ids of the row in the order in which scores are looked for
     * @param inline where scores stand in the row itself
     * @param names the scores wanted, best first; the mean of all when the row has none of these
     * @param whole all scores as an object of numbers instead of one number
     */
    record Scored(
            List<SourcePath> ids,
            SourcePath inline,
            List<String> names,
            boolean whole,
            @Nullable Conversion conversion,
            ScoreTable table)
            implements FieldRule {
        @Override
        public JsonNode value(ObjectNode source) {
            Map<String, Double> scores = ScoreTable.inline(inline.find(source));
            for (int i = 0; i < ids.size() && scores.isEmpty(); i++) {
                scores = table.of(ids.get(i).find(source).asText(""));
            }
            if (scores.isEmpty()) {
                return MissingNode.getInstance();
            }
            if (whole) {
                ObjectNode all = JsonRow.MAPPER.createObjectNode();
                scores.forEach((name, score) -> all.set("score." + name, number(score)));
                return all;
            }
            return converted(number(one(scores)), conversion);
        }

        private double one(Map<String, Double> scores) {
            for (String name : names) {
                Double score = scores.get(name);
                if (score != null) {
                    return score;
                }
            }
            return scores.values().stream().mapToDouble(Double::doubleValue).average().orElse(0);
        }

        Scored with(ScoreTable joined) {
            return new Scored(ids, inline, names, whole, conversion, joined);
        }
    }

    /** An id made of all that the row says, the same whenever the row says the same. */
    record RowId() implements FieldRule {
        @Override
        public JsonNode value(ObjectNode source) {
            return TextNode.valueOf("row-" + Long.toHexString(RowHash.of(source)));
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

    /** The number that a value is or spells, converted; any other value as it is. */
    private static JsonNode converted(JsonNode found, @Nullable Conversion conversion) {
        JsonNode value = found;
        if (found.isTextual()) {
            JsonNode spelled = NumberText.parse(found.textValue(), conversion);
            value = spelled == null ? found : spelled;
        }
        if (conversion == null || !value.isNumber()) {
            return value;
        }
        double number = conversion.apply(value.doubleValue());
        return number(conversion.target() == Unit.BYTES ? Math.rint(number) : number);
    }

    private static JsonNode number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 0x1p63
                ? LongNode.valueOf((long) value)
                : DoubleNode.valueOf(value);
    }
}
