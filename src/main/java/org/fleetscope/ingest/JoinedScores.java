package org.fleetscope.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The scores that the rows of a file have from another file of their bundle, as JSON text that is
 * kept with a rejected row: by the id that they were given to, the mean by name. Not thread-safe.
 */
public final class JoinedScores {
    private final RowSyntax syntax;
    private final List<FieldRule.Scored> rules;

    private JoinedScores(RowSyntax syntax, List<FieldRule.Scored> rules) {
        this.syntax = syntax;
        this.rules = rules;
    }

    /**
     * @param bound the file's mapping, with the scores of its bundle
     */
    public static JoinedScores of(SourceFile file, Mapping bound) {
        return new JoinedScores(
                RowsAgain.syntax(file.format(), file.dialect(), bound, file.precision()),
                bound.scored());
    }

    /** The scores of a row's ids; null for none. */
    public @Nullable String of(String row) {
        if (rules.isEmpty()) {
            return null;
        }
        ObjectNode kept = JsonRow.MAPPER.createObjectNode();
        try {
            ObjectNode node = syntax.parse(row).node();
            for (FieldRule.Scored rule : rules) {
                rule.ids().forEach(id -> keep(id.find(node).asText(""), rule.table(), kept));
            }
        } catch (MalformedRowException itsIdsCantBeRead) {
            return null;
        }
        return kept.isEmpty() ? null : kept.toString();
    }

    private static void keep(String id, ScoreTable table, ObjectNode kept) {
        Map<String, Double> scores = table.of(id);
        if (!scores.isEmpty()) {
            ObjectNode named = kept.putObject(id);
            scores.forEach(named::put);
        }
    }

    /**
     * Enters what was kept with a row.
     *
     * @throws IOException when it can't be understood
     */
    static void restore(String kept, ScoreTable table) throws IOException {
        try {
            for (Map.Entry<String, JsonNode> id : JsonRow.MAPPER.readTree(kept).properties()) {
                id.getValue()
                        .properties()
                        .forEach(score ->
                                table.put(
                                        id.getKey(),
                                        score.getKey(),
                                        score.getValue().doubleValue()));
            }
        } catch (JsonProcessingException e) {
            throw new IOException("the scores kept with a rejected row can't be read", e);
        }
    }
}
