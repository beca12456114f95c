package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.fleetscope.model.Times;

/**
 * What the first values of a column are.
 *
 * @param values those that are there
 * @param numbers those that are numbers or spell one, sorted
 * @param texts distinct values in lower case
 */
record ColumnFacts(String name, List<JsonNode> values, List<Double> numbers, Set<String> texts) {
    /** The earliest and latest second that a number which is a time may stand for: 2000 to 2100. */
    private static final long FIRST = 946_684_800L * Times.SECOND;

    private static final long LAST = 4_102_444_800L * Times.SECOND;
    private static final LocalTimes LENIENT = LocalTimes.of("UTC", null);

    static ColumnFacts of(String name, FirstRows rows) {
        SourcePath path = SourcePath.of(name);
        List<JsonNode> values = new ArrayList<>();
        List<Double> numbers = new ArrayList<>();
        Set<String> texts = new HashSet<>();
        for (ObjectNode row : rows.rows()) {
            JsonNode value = path.find(row);
            if (value.isMissingNode()) {
                continue;
            }
            values.add(value);
            texts.add(value.asText().strip().toLowerCase(Locale.ROOT));
            JsonNode spelled =
                    value.isTextual() ? NumberText.parse(value.textValue(), null) : value;
            if (spelled != null && spelled.isNumber()) {
                numbers.add(spelled.doubleValue());
            }
        }
        numbers.sort(null);
        return new ColumnFacts(name, values, numbers, texts);
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    boolean isNumeric() {
        return !isEmpty() && numbers.size() == values.size();
    }

    boolean isTime() {
        return !isEmpty() && values.stream().allMatch(ColumnFacts::isTime);
    }

    private static boolean isTime(JsonNode value) {
        long micros = LENIENT.micros(value);
        return micros != Times.MISSING && micros >= FIRST && micros < LAST;
    }

    /** Whether some times have no offset, so that a zone has to be named. */
    boolean needsZone() {
        return values.stream().anyMatch(value -> TimeText.of(value) == Times.MISSING);
    }

    boolean isText() {
        return values.stream().allMatch(JsonNode::isValueNode);
    }

    boolean isDistinct() {
        return !isEmpty() && texts.size() == values.size();
    }

    double max() {
        return numbers.getLast();
    }

    double min() {
        return numbers.getFirst();
    }

    double median() {
        return numbers.get(numbers.size() / 2);
    }

    boolean hasFractions() {
        return numbers.stream().anyMatch(number -> number != Math.rint(number));
    }
}
