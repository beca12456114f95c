package org.fleetscope.ui.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a statement was run, read from the database's plan.
 *
 * @param steps tables in the order they are read; those behind a view stand for it
 * @param pages pages read from the file; −1 when the plan does not tell, as when they were all in
 *     memory
 * @param text the plan as the database writes it
 */
record SqlPlan(List<Step> steps, long pages, String text) {
    private static final String SCAN = ".tableScan";
    private static final Pattern SOURCE =
            Pattern.compile(
                    "^\\s*(?:FROM|(?:INNER|LEFT OUTER|RIGHT OUTER|CROSS|NATURAL) JOIN)\\s+([\\w.\"]+)(?:\\s+([\\w\"]+))?\\s*$");
    private static final Pattern SCANNED = Pattern.compile("/\\* scanCount: (\\d+) \\*/");
    private static final Pattern READS = Pattern.compile("(?m)^reads: (\\d+)$");
    private static final Pattern ACCESS =
            Pattern.compile("^\\s*/\\* ([\\w.]+)(?:: (.*?))?(?: \\*/)?$");

    /**
     * A table that was read.
     *
     * @param index index used; empty when the whole table was read
     * @param condition what was looked up in the index; empty without one
     * @param rows rows read; −1 when it was never come to
     */
    record Step(String table, String index, String condition, long rows) {
        boolean isScan() {
            return index.isEmpty();
        }
    }

    static SqlPlan read(String text) {
        Set<Step> steps = new LinkedHashSet<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i + 1 < lines.size(); i++) {
            Matcher source = SOURCE.matcher(lines.get(i));
            Matcher access = ACCESS.matcher(lines.get(i + 1));
            if (source.matches() && access.matches() && !access.group(1).equals("SELECT")) {
                steps.add(step(source, access, scanned(lines, i + 2)));
            }
        }
        Matcher reads = READS.matcher(text);
        return new SqlPlan(
                List.copyOf(steps), reads.find() ? Long.parseLong(reads.group(1)) : -1, text);
    }

    private static Step step(Matcher source, Matcher access, long rows) {
        String name = plain(source.group(1));
        String alias = source.group(2) == null ? "" : " " + plain(source.group(2));
        boolean scan = access.group(1).endsWith(SCAN);
        String condition = access.group(2) == null ? "" : access.group(2);
        return new Step(name + alias, scan ? "" : plain(access.group(1)), condition, rows);
    }

    /** Rows scanned, as told before the next table. */
    private static long scanned(List<String> lines, int from) {
        for (String line : lines.subList(from, lines.size())) {
            if (SOURCE.matcher(line).matches()) {
                return -1;
            }
            Matcher count = SCANNED.matcher(line);
            if (count.find()) {
                return Long.parseLong(count.group(1));
            }
        }
        return -1;
    }

    private static String plain(String name) {
        String unquoted = name.replace("\"", "");
        return unquoted.startsWith("kpi.") ? unquoted.substring("kpi.".length()) : unquoted;
    }

    /** Rows read from all tables. */
    long rows() {
        List<Long> known = new ArrayList<>();
        steps.forEach(step -> known.add(Math.max(0, step.rows())));
        return known.stream().mapToLong(Long::longValue).sum();
    }
}
