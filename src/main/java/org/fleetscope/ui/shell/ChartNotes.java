package org.fleetscope.ui.shell;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import org.fleetscope.model.TimeNote;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.ui.chart.NoteCommands;
import org.fleetscope.ui.chart.TimeChart;
import org.fleetscope.ui.session.Dialogs;
import org.fleetscope.ui.session.Notes;
import org.fleetscope.ui.support.TimeText;

/** Has every chart of the window show the notes, and asks for their texts. */
final class ChartNotes {
    private static final int MOST_LISTED = 30;

    private final Notes notes;
    private final Dialogs dialogs;
    private final TimeText times;
    private final Function<TimeChart, String> subjectOf;
    private final InstantSource clock;
    private final Set<TimeChart> charts = Collections.newSetFromMap(new WeakHashMap<>());

    /**
     * @param subjectOf name of the agent a chart is about; empty for the fleet
     */
    ChartNotes(
            Notes notes,
            Dialogs dialogs,
            TimeText times,
            Function<TimeChart, String> subjectOf,
            InstantSource clock) {
        this.notes = notes;
        this.dialogs = dialogs;
        this.times = times;
        this.subjectOf = subjectOf;
        this.clock = clock;
        notes.all().subscribe(() -> charts.forEach(this::show));
    }

    /** Finds the charts of a window as they come into it. */
    void watch(Parent root) {
        root.addEventHandler(
                TimeChart.SHOWN,
                event -> {
                    if (event.getTarget() instanceof TimeChart chart && charts.add(chart)) {
                        show(chart);
                    }
                });
    }

    void add(TimeChart chart) {
        add(chart, chart.notePlace());
    }

    void edit(TimeNote note) {
        dialogs.ask("Change the note", "Text", "Change", note.text())
                .ifPresent(text -> notes.edit(note, text));
    }

    /** Items of a chart's menu: for the place it was opened at, and the list of all in range. */
    List<MenuItem> menu(TimeChart chart) {
        List<MenuItem> items = new ArrayList<>();
        TimeRange place = chart.notePlace();
        items.add(item("Add a note here…", () -> add(chart, place)));
        Optional<TimeNote> here = chart.noteHere();
        here.ifPresent(note -> {
            items.add(item("Edit the note…", () -> edit(note)));
            items.add(item("Delete the note", () -> notes.delete(note)));
        });
        List<TimeNote> inRange = chart.getNotes();
        if (!inRange.isEmpty()) {
            Menu list = new Menu("Notes in view");
            inRange.stream()
                    .limit(MOST_LISTED)
                    .forEach(note ->
                            list.getItems()
                                    .add(
                                            item(
                                                    times.seconds(note.range().from())
                                                            + "  "
                                                            + note.line(),
                                                    () -> chart.goTo(note))));
            items.add(list);
        }
        return items;
    }

    private void show(TimeChart chart) {
        chart.setNotes(
                notes.all().get(),
                new NoteCommands() {
                    @Override
                    public void add(TimeRange where) {
                        ChartNotes.this.add(chart, where);
                    }

                    @Override
                    public void edit(TimeNote note) {
                        ChartNotes.this.edit(note);
                    }

                    @Override
                    public void remove(TimeNote note) {
                        notes.delete(note);
                    }
                });
    }

    private void add(TimeChart chart, TimeRange where) {
        String subject = subjectOf.apply(chart);
        dialogs.ask(
                        subject.isEmpty() ? "Note on the fleet" : "Note on " + subject,
                        place(where),
                        "Add")
                .ifPresent(
                        text -> notes.add(where, subject, text, Times.ofInstant(clock.instant())));
    }

    private String place(TimeRange where) {
        String from = times.seconds(where.from());
        return where.length() == 0 ? from : from + " to " + times.seconds(where.to());
    }

    private static MenuItem item(String title, Runnable run) {
        MenuItem item = new MenuItem(title);
        item.setOnAction(event -> run.run());
        return item;
    }
}
