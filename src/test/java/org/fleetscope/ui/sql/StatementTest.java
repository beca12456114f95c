package org.fleetscope.ui.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class StatementTest {
    private static final String TWO = "SELECT 1;\n\n  SELECT ';' -- not; this\n FROM x ; ";

    @Test
    void semicolonsPartStatementsExceptInLiteralsAndComments() {
        assertThat(Statement.all(TWO))
                .containsExactly(
                        new Statement(0, "SELECT 1"),
                        new Statement(13, "SELECT ';' -- not; this\n FROM x"));
        assertThat(Statement.all(" ;; ")).isEmpty();
        assertThat(Statement.all("SELECT \"a;b\" /* ; ' */ + 1")).hasSize(1);
    }

    @Test
    void theOneAtTheCaretRuns() {
        assertThat(Statement.at(TWO, 0)).map(Statement::from).contains(0);
        assertThat(Statement.at(TWO, 9)).map(Statement::from).contains(0);
        assertThat(Statement.at(TWO, 10)).map(Statement::from).contains(13);
        assertThat(Statement.at(TWO, TWO.length())).map(Statement::from).contains(13);
        assertThat(Statement.at("  ", 1)).isEmpty();
    }

    @Test
    void oneThatExplainsIsLeftAsItIs() {
        assertThat(new Statement(0, "SELECT 1").explained()).isEqualTo("EXPLAIN ANALYZE SELECT 1");
        assertThat(new Statement(0, "explain\n select 1").explained())
                .isEqualTo("explain\n select 1");
    }
}
