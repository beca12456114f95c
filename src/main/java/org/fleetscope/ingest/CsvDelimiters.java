package org.fleetscope.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which texts may delimit the cells of a sample, and how likely each is before looking closer. */
final class CsvDelimiters {
    private static final String USUAL = ",;\t|";

    /** Characters that stand inside values much more often than between them. */
    private static final String NEVER = "\"'`.-_/\\()[]{}<>+%$\u20AC\u00A3?@\uFEFF\uFFFD\u00B0";

    private static final double USUAL_PRIOR = 1;
    private static final double LONG_PRIOR = 0.98;

    /** For a delimiter that never stands but twice in a row. */
    private static final double COVERED_PRIOR = 0.6;

    private static final double RARE_PRIOR = 0.9;
    private static final double NATURAL_PRIOR = 0.7;
    private static final double OFTEN = 0.9;
    private static final double MOSTLY = 0.6;
    private static final int LINES = 200;
    private static final int CANDIDATES = 10;

    private final List<String> lines = new ArrayList<>();
    private final boolean wholeLinesTell;
    private final Set<String> covered = new LinkedHashSet<>();

    CsvDelimiters(byte[] bytes, int limit) {
        String text = new String(bytes, 0, limit, StandardCharsets.UTF_8);
        text.lines().filter(line -> !line.isBlank()).limit(LINES).forEach(lines::add);
        long telling = lines.stream().skip(1).filter(line -> CsvKind.of(line).isTelling()).count();
        wholeLinesTell = lines.size() > 1 && telling >= (lines.size() - 1) * OFTEN;
    }

    /** Candidates, the empty one for no delimiter last. */
    Set<String> candidates() {
        Map<Character, Integer> found = new LinkedHashMap<>();
        for (String line : lines) {
            line.chars()
                    .distinct()
                    .filter(c -> isDelimiter((char) c))
                    .forEach(c -> found.merge((char) c, 1, Integer::sum));
        }
        Set<String> candidates = new LinkedHashSet<>();
        for (char usual : USUAL.toCharArray()) {
            if (found.containsKey(usual) && !isPartOfNumbers(usual)) {
                add(String.valueOf(usual), candidates);
            }
        }
        found.entrySet().stream()
                .filter(entry -> 2 * entry.getValue() >= lines.size())
                .filter(entry -> !wholeLinesTell && USUAL.indexOf(entry.getKey()) < 0)
                .filter(entry ->
                        !isNatural(entry.getKey()) || lines.getFirst().indexOf(entry.getKey()) >= 0)
                .sorted((a, b) -> Integer.compare(b.getValue(), a.getValue()))
                .limit(CANDIDATES)
                .forEach(entry -> add(entry.getKey().toString(), candidates));
        candidates.add("");
        return candidates;
    }

    /** Whether a comma is only the one in numbers: every line but the first is such a number. */
    private boolean isPartOfNumbers(char delimiter) {
        return delimiter == ',' && wholeLinesTell && lines.getFirst().indexOf(',') < 0;
    }

    private static boolean isDelimiter(char c) {
        return !Character.isLetterOrDigit(c)
                && !Character.isSurrogate(c)
                && NEVER.indexOf(c) < 0
                && c != 0;
    }

    /** A character, and longer texts around it when it hardly ever stands alone. */
    private void add(String single, Set<String> candidates) {
        candidates.add(single);
        for (String longer :
                List.of(single + " ", " " + single + " ", single + single, single + "~" + single)) {
            if (!single.equals(" ") || longer.equals("  ")) {
                long all = count(single);
                long within =
                        count(longer) * longer.chars().filter(c -> c == single.charAt(0)).count();
                if (within >= all && longer.equals(single + single)) {
                    covered.add(single);
                }
                if (within >= all * MOSTLY) {
                    candidates.add(longer);
                }
            }
        }
    }

    private long count(String wanted) {
        long count = 0;
        for (String line : lines) {
            for (int at = line.indexOf(wanted); at >= 0; ) {
                count++;
                at = line.indexOf(wanted, at + wanted.length());
            }
        }
        return count;
    }

    double prior(String delimiter) {
        char first = delimiter.charAt(0);
        if (delimiter.length() > 1) {
            return delimiter.isBlank() ? NATURAL_PRIOR : LONG_PRIOR;
        }
        if (covered.contains(delimiter)) {
            return COVERED_PRIOR;
        }
        if (USUAL.indexOf(first) >= 0) {
            return USUAL_PRIOR;
        }
        return isNatural(first) ? NATURAL_PRIOR : RARE_PRIOR;
    }

    /** Whether text has it for other reasons. */
    private static boolean isNatural(char c) {
        return " :&=!*".indexOf(c) >= 0;
    }
}
