package org.fleetscope.ui.shell;

import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.fleetscope.ui.action.Action;
import org.fleetscope.ui.action.ActionRegistry;
import org.fleetscope.ui.chart.TimeChart;
import org.fleetscope.ui.session.Dialogs;
import org.fleetscope.ui.session.Notes;
import org.fleetscope.ui.support.TimeText;

/** What can be done with the chart on the screen in view: as actions, and in the chart's menu. */
final class ChartActions {
    private static final String MENU = "Chart";
    private static final Set<ScreenId> WITH_CHART = Set.of(ScreenId.OVERVIEW, ScreenId.TIMELINE);

    private final ActionRegistry actions;
    private final MainModel main;
    private final ChartExports exports;
    private final Notes notes;
    private final ChartNotes chartNotes;
    private final Map<ScreenId, Parent> screens = new EnumMap<>(ScreenId.class);

    ChartActions(
            ActionRegistry actions,
            MainModel main,
            ChartExports exports,
            Notes notes,
            Dialogs dialogs,
            TimeText times) {
        this.actions = actions;
        this.main = main;
        this.exports = exports;
        this.notes = notes;
        chartNotes = new ChartNotes(notes, dialogs, times, this::subject, InstantSource.system());
    }

    void add() {
        ObservableBooleanValue hasChart =
                Bindings.createBooleanBinding(
                        () ->
                                main.stage().get() == MainModel.Stage.SCREEN
                                        && WITH_CHART.contains(main.screen().get()),
                        main.stage(),
                        main.screen());
        add(
                "picture",
                "Copy the chart as a picture",
                "Shortcut+Shift+C",
                hasChart,
                chart -> exports.copyPicture(chart.paper()));
        add("table", "Copy the values of the chart", "Shortcut+Shift+V", hasChart, TimeChart::copy);
        addExport(ChartExports.Format.PNG, "Shortcut+Shift+E", hasChart);
        addExport(ChartExports.Format.SVG, "Shortcut+Shift+G", hasChart);
        addExport(ChartExports.Format.CSV, "Shortcut+Shift+T", hasChart);
        add("note", "Add a note to the chart…", "Shortcut+Shift+N", hasChart, chartNotes::add);
        actions.add(
                MENU,
                "chart.note.undo",
                "Undo the last change of a note",
                "Shortcut+Alt+N",
                notes.canUndo(),
                notes::undo);
    }

    /** An agent's timeline is called by its name. */
    private String subject(TimeChart chart) {
        return main.screen().get() == ScreenId.TIMELINE ? chart.getHeading() : "";
    }

    private void addExport(
            ChartExports.Format format, String keys, ObservableBooleanValue hasChart) {
        add(
                format.name(),
                "Export the chart as " + format + "…",
                keys,
                hasChart,
                chart -> exports.export(chart.paper(), format));
    }

    private void add(
            String name,
            String title,
            String keys,
            ObservableBooleanValue hasChart,
            Consumer<TimeChart> run) {
        actions.add(MENU, "chart." + name, title, keys, hasChart, () -> chart().ifPresent(run));
    }

    /** Tells where the charts are, once the screens are loaded. */
    void watch(List<Screen> loaded, Parent root) {
        loaded.forEach(screen -> screens.put(screen.id(), screen.root()));
        chartNotes.watch(root);
        root.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::showMenu);
    }

    /** The chart with something to show on the screen in view. */
    private Optional<TimeChart> chart() {
        Parent screen = screens.get(main.screen().get());
        return screen == null
                ? Optional.empty()
                : screen.lookupAll(".time-chart").stream()
                        .filter(TimeChart.class::isInstance)
                        .map(TimeChart.class::cast)
                        .filter(chart -> !chart.getTracks().isEmpty())
                        .findFirst();
    }

    private void showMenu(ContextMenuEvent event) {
        for (Node at = event.getTarget() instanceof Node node ? node : null;
                at != null;
                at = at.getParent()) {
            if (at instanceof TimeChart chart) {
                menu(chart).show(chart, event.getScreenX(), event.getScreenY());
                event.consume();
                return;
            }
        }
    }

    private ContextMenu menu(TimeChart chart) {
        ContextMenu menu = new ContextMenu();
        menu.setId("chart-menu");
        menu.getItems().addAll(chartNotes.menu(chart));
        menu.getItems().add(new SeparatorMenuItem());
        for (Action action : actions.inMenu(MENU)) {
            MenuItem item = new MenuItem(action.title());
            item.setAccelerator(action.shortcut());
            item.setDisable(!action.enabled().get());
            item.setOnAction(event -> action.perform());
            menu.getItems().add(item);
        }
        return menu;
    }
}
