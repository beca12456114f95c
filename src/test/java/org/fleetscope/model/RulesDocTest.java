package org.fleetscope.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The tables of docs/rules.md are those of the program. */
final class RulesDocTest {
    @Test
    void theListIsThatOfTheProgram() throws IOException {
        List<String> table = new ArrayList<>();
        table.add("| rule | severity | may be set to | holds when | asked |");
        table.add("|---|---|---|---|---|");
        for (Rule rule : Rule.values()) {
            String levels =
                    rule.levels().stream().map(RuleLevel::word).collect(Collectors.joining(", "));
            table.add(
                    row(
                            "`" + rule.id() + "`",
                            rule.standard().word(),
                            levels,
                            rule.explanation(),
                            rule.applies()));
        }
        assertThat(documented("rules")).isEqualTo(table);
    }

    @Test
    void theLimitsAreThoseOfTheProgram() throws IOException {
        List<String> table = new ArrayList<>();
        table.add("| limit | default | unit | meaning |");
        table.add("|---|---|---|---|");
        for (RuleLimit limit : RuleLimit.values()) {
            String value =
                    new BigDecimal(Double.toString(limit.standard()))
                            .stripTrailingZeros()
                            .toPlainString();
            table.add(row("`" + limit.id() + "`", value, limit.unit(), limit.meaning()));
        }
        assertThat(documented("limits")).isEqualTo(table);
    }

    private static String row(String... cells) {
        return ("| " + String.join(" | ", cells) + " |").replace("|  |", "| |");
    }

    private static List<String> documented(String name) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("docs/rules.md"));
        int start = 0;
        while (!lines.get(start).startsWith("<!-- " + name + ":")) {
            start++;
        }
        int end = start + 1;
        while (!lines.get(end).equals("<!-- end -->")) {
            end++;
        }
        return lines.subList(start + 1, end);
    }
}
