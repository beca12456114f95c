package org.fleetscope.ui.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SqlPlanTest {
    @Test
    void tablesBehindAViewStandForIt() {
        SqlPlan plan =
                SqlPlan.read(
                        """
                        SELECT
                            "r"."task_id"
                        FROM "kpi"."kpi_reports" "r"
                            /* SELECT
                                task_id
                            FROM kpi.kpi_reports_20251105
                                /* kpi.idx_agent_time_20251105: agent_id IS NOT DISTINCT FROM ?1 */
                                /* scanCount: 729 */
                             */
                            /* scanCount: 729 */
                        INNER JOIN "kpi"."tasks" "t"
                            /* kpi.PRIMARY_KEY_69: id = r.task_id */
                            ON 1=1
                            /* scanCount: 1456 */
                        INNER JOIN "kpi"."agents" "a"
                            /* kpi.agents.tableScan */
                            ON 1=1
                        WHERE "t"."id" = "r"."task_id"
                        /*
                        reads: 1167
                        */\
                        """);
        assertThat(plan.steps())
                .containsExactly(
                        new SqlPlan.Step(
                                "kpi_reports_20251105",
                                "idx_agent_time_20251105",
                                "agent_id IS NOT DISTINCT FROM ?1",
                                729),
                        new SqlPlan.Step("tasks t", "PRIMARY_KEY_69", "id = r.task_id", 1456),
                        new SqlPlan.Step("agents a", "", "", -1));
        assertThat(plan.rows()).isEqualTo(729 + 1456);
        assertThat(plan.pages()).isEqualTo(1167);
        assertThat(plan.steps().getLast().isScan()).isTrue();
    }

    @Test
    void aPlanWithoutTablesHasNoSteps() {
        SqlPlan plan = SqlPlan.read("SELECT\n    1");
        assertThat(plan.steps()).isEmpty();
        assertThat(plan.pages()).isEqualTo(-1);
    }
}
