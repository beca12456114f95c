package org.fleetscope.ui.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.fleetscope.job.JobContext;
import org.fleetscope.ui.fixture.FakeSqlConsole;
import org.fleetscope.workspace.SqlTable;
import org.junit.jupiter.api.Test;

final class CompletionTest {
    private static final List<SqlTable> TABLES = new FakeSqlConsole().tables(JobContext.NONE);

    /** Completes at the bar, which is no part of the text. */
    private static Completion at(String text) {
        int caret = text.indexOf('|');
        return Completion.at(text.replace("|", ""), caret, TABLES);
    }

    private static List<String> texts(String text) {
        return at(text).suggestions().stream().map(Suggestion::text).toList();
    }

    @Test
    void tablesStandBehindFromAndJoin() {
        assertThat(texts("SELECT * FROM |")).containsExactly("kpi_reports", "tasks");
        assertThat(texts("SELECT * FROM kpi_reports JOIN t|")).containsExactly("tasks");
        assertThat(texts("SELECT * FROM kpi_reports, ta|")).containsExactly("tasks");
        assertThat(texts("select * from kpi.k|")).containsExactly("kpi_reports");
    }

    @Test
    void columnsAreThoseOfTheStatementsTables() {
        assertThat(texts("SELECT la| FROM kpi_reports")).first().isEqualTo("latency_ms");
        assertThat(texts("SELECT p| FROM tasks")).first().isEqualTo("priority");
        assertThat(texts("SELECT lat| FROM tasks")).isEmpty();
        assertThat(texts("SELECT ms| FROM kpi_reports")).containsExactly("latency_ms");
    }

    @Test
    void anAliasHasItsTablesColumns() {
        String join = "SELECT t.| FROM kpi_reports AS r JOIN tasks t ON t.id = r.task_id";
        assertThat(texts(join)).containsExactly("id", "priority");
        assertThat(texts(join.replace("t.|", "r.lat|"))).containsExactly("latency_ms");
        assertThat(texts("SELECT x.| FROM tasks t")).isEmpty();
        // WHERE is no alias.
        assertThat(texts("SELECT where.| FROM tasks WHERE id IS NULL")).isEmpty();
    }

    @Test
    void columnsComeBeforeFunctionsBeforeKeywords() {
        assertThat(at("SELECT a| FROM kpi_reports").suggestions())
                .extracting(Suggestion::kind)
                .startsWith(Suggestion.Kind.COLUMN, Suggestion.Kind.FUNCTION)
                .containsSubsequence(Suggestion.Kind.FUNCTION, Suggestion.Kind.KEYWORD);
        assertThat(texts("SELE|")).containsExactly("SELECT");
        assertThat(texts("SELECT perc|")).contains("PERCENTILE_CONT(");
    }

    @Test
    void nothingIsCompletedInLiteralsCommentsAndNumbers() {
        assertThat(texts("SELECT 'se|")).isEmpty();
        assertThat(texts("SELECT 1 -- se|")).isEmpty();
        assertThat(texts("SELECT /* se|")).isEmpty();
        assertThat(texts("SELECT 1e|")).isEmpty();
        assertThat(texts("SELECT 'done', la| FROM kpi_reports")).isNotEmpty();
    }

    @Test
    void aWordThatStandsThereIsSettled() {
        assertThat(at("SELECT| 1").isSettled()).isTrue();
        assertThat(at("SELEC| 1").isSettled()).isFalse();
        assertThat(at("SELECT qqq|").isSettled()).isTrue();
    }
}
