package org.fleetscope.ui.sql;

import java.util.List;
import javafx.scene.control.TableColumn;
import org.fleetscope.ui.control.Cells;
import org.fleetscope.ui.support.Numbers;

/** Columns of the steps of a plan. */
final class PlanColumns {
    private PlanColumns() {}

    static List<TableColumn<SqlPlan.Step, ?>> make() {
        TableColumn<SqlPlan.Step, String> how =
                Cells.text(
                        "Read by",
                        190,
                        step -> step.isScan() ? "whole table" : "index " + step.index());
        return List.of(
                Cells.text("Table", 190, SqlPlan.Step::table),
                how,
                Cells.number(
                        "Rows read",
                        90,
                        step -> step.rows() < 0 ? Double.NaN : step.rows(),
                        rows -> rows.isNaN() ? Numbers.MISSING : Numbers.count(rows.longValue())),
                Cells.text("Looked up", 220, SqlPlan.Step::condition));
    }
}
