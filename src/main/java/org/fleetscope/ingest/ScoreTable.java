package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Scores by the id of what they were given to, from a file of scores that is read before the rows
 * they belong to. Several scores of one name count by their mean, whatever their order.
 * Thread-safe.
 */
final class ScoreTable {
    private final Map<String, Map<String, double[]>> scores = new ConcurrentHashMap<>();
    private final AtomicLong size = new AtomicLong();

    /** Takes a score when the row is one: what it is of, and a finite number. */
    void add(ScoreSource source, ObjectNode row) {
        String of = source.of().find(row).asText("");
        double value = number(source.value().find(row));
        String name = source.name().find(row).asText("score");
        if (of.isEmpty() || !Double.isFinite(value)) {
            return;
        }
        size.incrementAndGet();
        scores.compute(
                of,
                (id, known) -> {
                    Map<String, double[]> named = known == null ? new TreeMap<>() : known;
                    named.merge(name, new double[] {value}, ScoreTable::joined);
                    return named;
                });
    }

    /** Sets the one score that an id has of a name. */
    void put(String of, String name, double mean) {
        scores.computeIfAbsent(of, id -> new TreeMap<>()).put(name, new double[] {mean});
    }

    /** Scores taken so far. */
    long size() {
        return size.get();
    }

    /** Means by name of the scores of an id. */
    Map<String, Double> of(String id) {
        Map<String, double[]> named = scores.get(id);
        return named == null ? Map.of() : means(named);
    }

    /**
     * Scores that stand in a row: an array of objects with name and value, or an object whose
     * members are numbers or arrays of numbers.
     */
    static Map<String, Double> inline(JsonNode node) {
        Map<String, double[]> named = new TreeMap<>();
        if (node.isArray()) {
            for (JsonNode score : node) {
                add(named, score.path("name").asText("score"), score.path("value"));
            }
        } else if (node.isObject()) {
            node.properties()
                    .forEach(member -> {
                        JsonNode values = member.getValue();
                        if (values.isArray()) {
                            values.forEach(value -> add(named, member.getKey(), value));
                        } else {
                            add(named, member.getKey(), values);
                        }
                    });
        } else {
            add(named, "score", node);
        }
        return means(named);
    }

    private static void add(Map<String, double[]> named, String name, JsonNode value) {
        double number = number(value);
        if (Double.isFinite(number)) {
            named.merge(name, new double[] {number}, ScoreTable::joined);
        }
    }

    private static double number(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue() ? 1 : 0;
        }
        JsonNode spelled = node.isTextual() ? NumberText.parse(node.textValue(), null) : node;
        return spelled != null && spelled.isNumber() ? spelled.doubleValue() : Double.NaN;
    }

    private static double[] joined(double[] one, double[] other) {
        double[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static Map<String, Double> means(Map<String, double[]> named) {
        Map<String, Double> means = new TreeMap<>();
        named.forEach((name, values) -> {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            means.put(name, Arrays.stream(sorted).sum() / sorted.length);
        });
        return means;
    }
}
