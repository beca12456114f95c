package org.fleetscope.enrich;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Patterns that sort agent types into categories; the first that matches anywhere in the type wins,
 * letters of either case alike. A type that none matches is {@link #OTHER}.
 */
public record CategoryTable(List<Entry> entries) {
    public static final String OTHER = "other";

    private static final String RESOURCE = "agent-type-categories.txt";

    /** One line of the table. */
    public record Entry(String category, Pattern pattern) {}

    public CategoryTable {
        entries = List.copyOf(entries);
    }

    /** The table that comes with the product. */
    public static CategoryTable shipped() {
        try (InputStream in = CategoryTable.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "the table of agent type categories is not in the program: " + RESOURCE);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "can't read the table of agent type categories " + RESOURCE, e);
        }
    }

    /**
     * Reads lines of a category, white space and a regular expression; blank lines and those that
     * start with # are skipped.
     *
     * @throws IllegalArgumentException for a line that is neither, with its number
     */
    public static CategoryTable parse(String text) {
        List<Entry> entries = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            String stripped = line.strip();
            if (!stripped.isEmpty() && !stripped.startsWith("#")) {
                entries.add(entry(stripped, number));
            }
        }
        return new CategoryTable(entries);
    }

    private static Entry entry(String line, int number) {
        int space = 0;
        while (space < line.length() && !Character.isWhitespace(line.charAt(space))) {
            space++;
        }
        if (space == line.length()) {
            throw new IllegalArgumentException(
                    "line "
                            + number
                            + " of the agent type categories is '"
                            + line
                            + "', expected a category and a pattern");
        }
        String pattern = line.substring(space).strip();
        try {
            return new Entry(
                    line.substring(0, space), Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "line "
                            + number
                            + " of the agent type categories holds a pattern that can't be read: "
                            + pattern,
                    e);
        }
    }

    public String categoryOf(String type) {
        for (Entry entry : entries) {
            if (entry.pattern().matcher(type).find()) {
                return entry.category();
            }
        }
        return OTHER;
    }
}
