package org.fleetscope.ui.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.ui.session.Choice;
import org.fleetscope.ui.session.Dimension;
import org.fleetscope.ui.session.ScopeHistory;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.session.Snapshot;
import org.fleetscope.ui.support.Numbers;

/** The scope in words: a text for the time range, chips for the values, how many runs are in it. */
final class ScopeBarModel {
    private static final int CHIPS_PER_DIMENSION = 3;

    private final ObservableList<Chip> chips = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper time = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper runs = new ReadOnlyStringWrapper("");
    private final Session session;

    ScopeBarModel(Session session) {
        this.session = session;
        session.scopes().current().addListener((property, before, now) -> update());
        session.snapshot().addListener((property, before, now) -> update());
        session.times().zoneProperty().subscribe(zone -> update());
    }

    ObservableList<Chip> chips() {
        return chips;
    }

    ReadOnlyStringProperty time() {
        return time.getReadOnlyProperty();
    }

    /** "12 345 of 1 204 881 runs". */
    ReadOnlyStringProperty runs() {
        return runs.getReadOnlyProperty();
    }

    ScopeHistory scopes() {
        return session.scopes();
    }

    /** Values of a dimension whose label holds a text, in any case. */
    List<Choice> choices(Dimension<?> dimension, String search) {
        String wanted = search.strip().toLowerCase(java.util.Locale.ROOT);
        return session
                .latest()
                .map(snapshot -> dimension.choices(snapshot.dimensions()))
                .orElse(List.of())
                .stream()
                .filter(choice ->
                        choice.label().toLowerCase(java.util.Locale.ROOT).contains(wanted))
                .toList();
    }

    /** The range in scope, or all there is: what the person starts editing from. */
    TimeRange editedRange() {
        TimeRange range = session.scopes().get().time();
        return range.equals(TimeRange.ALL)
                ? session.latest().map(snapshot -> snapshot.dimensions().extent()).orElse(range)
                : range;
    }

    /** The last stretch of the data, of a length in µs. */
    TimeRange last(long length) {
        long end = session.latest().map(snapshot -> snapshot.dimensions().extent().to()).orElse(0L);
        return new TimeRange(end - length, end);
    }

    String exact(long micros) {
        return micros == Long.MIN_VALUE || micros == Long.MAX_VALUE
                ? ""
                : session.times().exact(micros);
    }

    String zoneName() {
        return session.times().zoneName();
    }

    /** Narrows time to typed limits; an empty one is open. Returns what is wrong, or nothing. */
    String applyTime(String from, String to) {
        OptionalLong start =
                from.isBlank() ? OptionalLong.of(Long.MIN_VALUE) : session.times().parse(from);
        OptionalLong end =
                to.isBlank() ? OptionalLong.of(Long.MAX_VALUE) : session.times().parse(to);
        if (start.isEmpty() || end.isEmpty()) {
            String which = start.isEmpty() ? "Start" : "End";
            return which
                    + " is not a time. Write it as 2026-01-31 09:30, with seconds if you need them.";
        }
        if (end.getAsLong() <= start.getAsLong()) {
            return "The range ends before it starts.";
        }
        setTime(new TimeRange(start.getAsLong(), end.getAsLong()));
        return "";
    }

    void setTime(TimeRange range) {
        session.scopes().change(scope -> scope.withTime(range));
    }

    private void update() {
        Scope scope = session.scopes().get();
        time.set(session.times().range(scope.time()));
        chips.setAll(chipsOf(scope));
        runs.set(session.latest().map(ScopeBarModel::counts).orElse(""));
    }

    private static String counts(Snapshot snapshot) {
        String total = Numbers.count(snapshot.totalRuns());
        return snapshot.runs() == snapshot.totalRuns()
                ? total + " runs"
                : Numbers.count(snapshot.runs()) + " of " + total + " runs";
    }

    private List<Chip> chipsOf(Scope scope) {
        List<Chip> made = new ArrayList<>();
        for (Dimension<?> dimension : Dimension.ALL) {
            int chosen = dimension.chosenCount(scope);
            if (chosen > CHIPS_PER_DIMENSION) {
                made.add(
                        new Chip(
                                dimension.icon(),
                                dimension.label() + ": " + chosen + " chosen",
                                dimension.cleared(scope)));
            } else if (chosen > 0) {
                choices(dimension, "").stream()
                        .filter(choice -> choice.chosen().test(scope))
                        .map(choice ->
                                new Chip(
                                        dimension.icon(),
                                        dimension.label() + ": " + choice.label(),
                                        choice.toggled().apply(scope)))
                        .forEach(made::add);
            }
        }
        return made;
    }

    /** Lengths offered as presets, by name. */
    static List<Preset> presets() {
        return List.of(
                new Preset("Last hour", Times.HOUR),
                new Preset("Last 6 h", 6 * Times.HOUR),
                new Preset("Last 24 h", Times.DAY),
                new Preset("Last 7 d", 7 * Times.DAY));
    }

    /** A stretch at the end of the data; length in µs. */
    record Preset(String label, long length) {}
}
