package org.fleetscope.ui.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.fleetscope.model.SqlColumn;
import org.fleetscope.workspace.SqlTable;

/**
 * What the word at a caret may become.
 *
 * @param from index where the word begins
 * @param word what of it is typed; empty at the beginning of one
 * @param suggestions best first; none in literals and comments
 */
record Completion(int from, String word, List<Suggestion> suggestions) {
    private static final int MOST = 60;
    private static final String SCHEMA = "kpi";
    private static final Pattern SOURCE =
            Pattern.compile(
                    "\\b(?:FROM|JOIN|,)\\s*(?:kpi\\s*\\.\\s*)?(\\w+)(?:\\s+(?:AS\\s+)?(\\w+))?",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern WANTS_TABLE =
            Pattern.compile("\\b(?:FROM|JOIN)\\s+(?:[\\w.\\s]+,\\s*)*$", Pattern.CASE_INSENSITIVE);

    /** Completes at a caret in a text of one or more statements. */
    static Completion at(String text, int caret, List<SqlTable> tables) {
        int from = caret;
        while (from > 0 && SqlText.isWord(text.charAt(from - 1))) {
            from--;
        }
        String word = text.substring(from, caret);
        if (SqlText.kinds(text.substring(0, caret))[caret] != SqlText.Kind.CODE
                || !word.isEmpty() && Character.isDigit(word.charAt(0))) {
            return new Completion(from, word, List.of());
        }
        String before = text.substring(0, from);
        String statement = Statement.at(text, caret).map(Statement::sql).orElse("");
        Map<String, SqlTable> sources = sources(statement, tables);
        return new Completion(from, word, ranked(candidates(before, sources, tables), word));
    }

    private static List<Suggestion> candidates(
            String before, Map<String, SqlTable> sources, List<SqlTable> tables) {
        List<Suggestion> found = new ArrayList<>();
        if (before.endsWith(".")) {
            String owner = lastWord(before.substring(0, before.length() - 1));
            if (owner.equals(SCHEMA)) {
                tables.forEach(table -> found.add(table(table)));
            }
            SqlTable source = sources.get(owner);
            if (source != null) {
                columns(source, found);
            }
            return found;
        }
        if (WANTS_TABLE.matcher(before).find()) {
            tables.forEach(table -> found.add(table(table)));
            return found;
        }
        Set<SqlTable> mentioned = new HashSet<>(sources.values());
        List<SqlTable> inScope =
                mentioned.isEmpty()
                        ? tables.stream().filter(SqlTable::view).toList()
                        : tables.stream().filter(mentioned::contains).toList();
        inScope.forEach(table -> columns(table, found));
        sources.forEach((name, table) -> {
            if (!name.equals(table.name())) {
                found.add(new Suggestion(Suggestion.Kind.TABLE, name, table.name()));
            }
        });
        SqlWords.FUNCTIONS.forEach(name ->
                found.add(new Suggestion(Suggestion.Kind.FUNCTION, name + "(", "function")));
        SqlWords.KEYWORDS.forEach(
                name -> found.add(new Suggestion(Suggestion.Kind.KEYWORD, name, "")));
        tables.forEach(table -> found.add(table(table)));
        return found;
    }

    private static Suggestion table(SqlTable table) {
        return new Suggestion(Suggestion.Kind.TABLE, table.name(), table.view() ? "view" : "table");
    }

    private static void columns(SqlTable table, List<Suggestion> found) {
        for (SqlColumn column : table.columns()) {
            found.add(
                    new Suggestion(
                            Suggestion.Kind.COLUMN,
                            column.name(),
                            column.type() + " · " + table.name()));
        }
    }

    /** Tables of a statement by name and by alias. */
    private static Map<String, SqlTable> sources(String statement, List<SqlTable> tables) {
        Map<String, SqlTable> sources = new LinkedHashMap<>();
        Matcher matcher = SOURCE.matcher(statement);
        while (matcher.find()) {
            String name = matcher.group(1);
            String alias = matcher.group(2);
            tables.stream()
                    .filter(table -> table.name().equalsIgnoreCase(name))
                    .forEach(table -> {
                        sources.put(table.name(), table);
                        if (alias != null && !isKeyword(alias)) {
                            sources.put(alias.toLowerCase(Locale.ROOT), table);
                        }
                    });
            // A word taken for an alias may be the next table's keyword.
            if (alias != null) {
                matcher.region(matcher.start(2), statement.length());
            }
        }
        return sources;
    }

    private static boolean isKeyword(String word) {
        String upper = word.toUpperCase(Locale.ROOT);
        return SqlWords.KEYWORDS.stream()
                .anyMatch(keyword -> List.of(keyword.split(" ")).contains(upper));
    }

    private static List<Suggestion> ranked(List<Suggestion> candidates, String word) {
        String wanted = word.toLowerCase(Locale.ROOT);
        Set<String> seen = new HashSet<>();
        return candidates.stream()
                .filter(one -> rank(one, wanted) >= 0)
                .sorted(Comparator.comparingInt(one -> rank(one, wanted)))
                .filter(one -> seen.add(one.kind() + one.text()))
                .limit(MOST)
                .toList();
    }

    /** 0 for one that begins so, 1 for one with a part that does, −1 for none. */
    private static int rank(Suggestion one, String wanted) {
        String text = one.text().toLowerCase(Locale.ROOT);
        if (text.startsWith(wanted)) {
            return 0;
        }
        boolean named = one.kind() == Suggestion.Kind.COLUMN || one.kind() == Suggestion.Kind.TABLE;
        return named && text.contains("_" + wanted) ? 1 : -1;
    }

    private static String lastWord(String text) {
        int from = text.length();
        while (from > 0 && SqlText.isWord(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from).toLowerCase(Locale.ROOT);
    }

    /** True when the only thing left to suggest is what stands there already. */
    boolean isSettled() {
        return suggestions.isEmpty() || suggestions.getFirst().text().equalsIgnoreCase(word);
    }
}
