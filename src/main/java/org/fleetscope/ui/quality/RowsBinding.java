package org.fleetscope.ui.quality;

import javafx.beans.binding.Bindings;
import javafx.collections.FXCollections;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;
import org.fleetscope.model.QuarantineFilter.State;
import org.fleetscope.model.QuarantinedRow;
import org.fleetscope.ui.control.LoadPane;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.workspace.QualityReport;

/** Binds the table of rejected rows: the one selected is taken in hand. */
final class RowsBinding {
    private final QualityViewModel model;
    private final TableView<QuarantinedRow> table;
    private final LoadPane pane;

    RowsBinding(QualityViewModel model, TableView<QuarantinedRow> table, LoadPane pane) {
        this.model = model;
        this.table = table;
        this.pane = pane;
    }

    /**
     * @param readmitSelected re-admits the rows selected
     */
    void bind(Runnable readmitSelected) {
        pane.follow(model.list().page(), page -> page.rows().isEmpty(), model::retry);
        model.report().subscribe(this::explainNone);
        model.state().subscribe(this::explainNone);
        model.rule().subscribe(this::explainNone);
        model.text().subscribe(this::explainNone);
        QualityColumns.ofRows(table);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> {
                    if (now != null) {
                        model.repair().editor().open(now.id());
                    }
                });
        MenuItem many = new MenuItem("Re-admit the selected rows");
        many.setOnAction(event -> readmitSelected.run());
        many.disableProperty()
                .bind(
                        Bindings.isEmpty(table.getSelectionModel().getSelectedItems())
                                .or(model.repair().busy()));
        table.setContextMenu(new ContextMenu(many));
        model.list()
                .page()
                .addListener((property, before, now) -> {
                    if (now instanceof Load.Ready<RowList.Page>(RowList.Page page)) {
                        show(page);
                    }
                });
    }

    private void show(RowList.Page page) {
        table.setItems(FXCollections.observableList(page.rows()));
        if (page.rows().isEmpty()) {
            model.repair().editor().close();
        } else {
            table.getSelectionModel().selectFirst();
            table.scrollTo(0);
        }
    }

    /** Says why no row is listed, should that be so. */
    private void explainNone() {
        boolean narrowed = model.rule().get() != null || !model.text().get().isBlank();
        if (narrowed) {
            pane.setEmptyTitle("No row passes these filters");
            pane.setEmptyText("Remove the rule or the text to see rows again.");
        } else if (model.state().get() == State.REPAIRED) {
            pane.setEmptyTitle("Nothing was repaired yet");
            pane.setEmptyText("Rows that you re-admit are listed here with their originals.");
        } else {
            pane.setEmptyTitle("Nothing is in quarantine");
            pane.setEmptyText(model.report().get().latest().map(RowsBinding::passed).orElse(""));
        }
    }

    private static String passed(QualityReport found) {
        return Numbers.count(found.accepted()) + " rows passed " + found.rules().size() + " rules.";
    }
}
