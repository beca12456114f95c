package org.fleetscope.ui.aggregations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import org.fleetscope.model.Metric;
import org.fleetscope.model.Scope;
import org.fleetscope.series.TableData;
import org.fleetscope.ui.session.Dialogs;
import org.fleetscope.ui.session.Fields;
import org.fleetscope.ui.session.FileExports;
import org.fleetscope.ui.session.JobBoard;
import org.fleetscope.ui.session.Navigator;
import org.fleetscope.ui.session.Placed;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.session.Snapshot;
import org.fleetscope.ui.session.ViewQuery;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.TimeText;
import org.fleetscope.workspace.PeriodComparison;

/**
 * What the pivot is made of and the pivot itself. Any change asks anew; only the latest answer is
 * shown. Lives on the UI thread.
 */
public final class AggregationsViewModel implements Placed {
    private static final String ROWS = "rows";
    private static final String COLUMNS = "columns";
    private static final String MEASURE = "measure";
    private static final String COMPARE = "compare";
    private static final String PLAIN = "plain";

    /** What can be compared with. */
    static final List<PeriodComparison> COMPARISONS =
            List.of(
                    PeriodComparison.NONE,
                    PeriodComparison.PREVIOUS,
                    PeriodComparison.weekday(1),
                    PeriodComparison.weekday(4));

    private final ObjectProperty<PivotDimension> outer =
            new SimpleObjectProperty<>(PivotDimension.TYPE);
    private final ObjectProperty<PivotDimension> inner =
            new SimpleObjectProperty<>(PivotDimension.AGENT);
    private final ObjectProperty<PivotDimension> column =
            new SimpleObjectProperty<>(PivotDimension.SIX_HOURS);
    private final ObservableList<PivotMeasure> measures =
            FXCollections.observableArrayList(PivotMeasure.of("p95", Metric.LATENCY));
    private final ObjectProperty<PeriodComparison> comparison =
            new SimpleObjectProperty<>(PeriodComparison.NONE);
    private final BooleanProperty subtotals = new SimpleBooleanProperty(true);
    private final BooleanProperty heat = new SimpleBooleanProperty(true);
    private final List<Runnable> moved = new ArrayList<>();
    private final Session session;
    private final Navigator navigator;
    private final PivotExport export;
    private final ViewQuery<PivotGrid> query;
    private boolean restoring;

    /** Read by the job that asks. */
    private volatile PivotLayout layout = newLayout();

    private volatile boolean withSubtotals = true;

    public AggregationsViewModel(
            Session session, JobBoard jobs, Dialogs dialogs, Navigator navigator) {
        this.session = session;
        this.navigator = navigator;
        this.export = new PivotExport(new FileExports(jobs, dialogs));
        this.query =
                new ViewQuery<>(
                        session,
                        jobs,
                        "Aggregating",
                        (view, job) -> PivotQuestion.ask(view, layout, withSubtotals, job));
        List.of(outer, inner, column, comparison, subtotals)
                .forEach(property -> property.subscribe((before, now) -> changed()));
        measures.addListener((ListChangeListener<PivotMeasure>) change -> changed());
        heat.subscribe((before, now) -> moved.forEach(Runnable::run));
    }

    private PivotLayout newLayout() {
        return new PivotLayout(
                List.of(outer.get(), inner.get()), column.get(), measures, comparison.get());
    }

    private void changed() {
        if (restoring || measures.isEmpty()) {
            return;
        }
        layout = newLayout();
        withSubtotals = subtotals.get();
        // A snapshot that is still on its way will be asked anyway.
        if (session.snapshot().get() instanceof Load.Ready<Snapshot>) {
            query.retry();
        }
        moved.forEach(Runnable::run);
    }

    ReadOnlyObjectProperty<Load<PivotGrid>> state() {
        return query.state();
    }

    ObjectProperty<PivotDimension> outer() {
        return outer;
    }

    ObjectProperty<PivotDimension> inner() {
        return inner;
    }

    ObjectProperty<PivotDimension> column() {
        return column;
    }

    /** Never left empty: the last one can't be taken away. */
    ObservableList<PivotMeasure> measures() {
        return measures;
    }

    /** Adds or takes away a measure; the last one stays. */
    void toggle(PivotMeasure measure) {
        if (!measures.contains(measure)) {
            measures.add(measure);
        } else if (measures.size() > 1) {
            measures.remove(measure);
        }
    }

    ObjectProperty<PeriodComparison> comparison() {
        return comparison;
    }

    BooleanProperty subtotals() {
        return subtotals;
    }

    /** Whether cells are coloured by their value. */
    BooleanProperty heat() {
        return heat;
    }

    TimeText times() {
        return session.times();
    }

    /** Names of agents, and custom metrics to choose from. */
    Optional<Snapshot> snapshot() {
        return session.latest();
    }

    ReadOnlyObjectProperty<Load<Snapshot>> snapshots() {
        return session.snapshot();
    }

    public void setActive(boolean active) {
        query.setActive(active);
    }

    void retry() {
        query.retry();
    }

    /** Narrows the scope to what a cell is about, as far as a scope can say it. */
    void narrow(PivotGrid grid, int line, int columnIndex) {
        session.scopes().change(scope -> narrowed(scope, grid, line, columnIndex));
    }

    private static Scope narrowed(Scope scope, PivotGrid grid, int line, int columnIndex) {
        Scope narrow = scope;
        List<?> key = grid.lines().get(line).key();
        for (int i = 0; i < key.size(); i++) {
            narrow = grid.layout().rows().get(i).narrowed(narrow, key.get(i)).orElse(narrow);
        }
        if (columnIndex < grid.total()) {
            narrow =
                    grid.layout()
                            .column()
                            .narrowed(narrow, grid.columns().get(columnIndex))
                            .orElse(narrow);
        }
        return narrow;
    }

    /** The agent that a line is about; empty for lines about several. */
    Optional<UUID> agent(PivotGrid grid, int line) {
        int place = grid.layout().rows().indexOf(PivotDimension.AGENT);
        List<?> key = grid.lines().get(line).key();
        return place < 0 || place >= key.size()
                ? Optional.empty()
                : Optional.of(UUID.fromString(String.valueOf(key.get(place))));
    }

    void openAgent(UUID agent) {
        navigator.openAgent(agent, null);
    }

    /** Writes a table as the person sees it to where they say. */
    void export(TableData table, String ending) {
        export.table(table, ending);
    }

    /** Writes a picture to where the person says. */
    void export(PivotExport.Picture picture) {
        export.picture(picture);
    }

    @Override
    public Fields place() {
        return Fields.NONE
                .with(ROWS, List.of(outer.get().id(), inner.get().id()))
                .with(COLUMNS, column.get().id())
                .with(MEASURE, measures.stream().map(PivotMeasure::id).toList())
                .with(COMPARE, text(comparison.get()))
                .with(PLAIN, !heat.get());
    }

    private static String text(PeriodComparison comparison) {
        return switch (comparison.kind()) {
            case NONE -> "";
            case PREVIOUS -> "previous";
            case WEEKDAY -> "weekday:" + comparison.weeks();
        };
    }

    @Override
    public void restore(Fields place) {
        restoring = true;
        List<String> rows = place.values(ROWS);
        if (rows.size() == 2) {
            dimension(rows.get(0)).filter(known -> !known.isNone()).ifPresent(outer::set);
            dimension(rows.get(1)).ifPresent(inner::set);
        }
        place.first(COLUMNS).flatMap(this::dimension).ifPresent(column::set);
        List<PivotMeasure> wanted =
                place.values(MEASURE).stream()
                        .map(PivotMeasure::read)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList();
        if (!wanted.isEmpty()) {
            measures.setAll(wanted);
        }
        COMPARISONS.stream()
                .filter(known -> place.first(COMPARE).filter(text(known)::equals).isPresent())
                .forEach(comparison::set);
        heat.set(!"true".equals(place.value(PLAIN)));
        restoring = false;
        changed();
    }

    private Optional<PivotDimension> dimension(String id) {
        if (id.isEmpty()) {
            return Optional.of(PivotDimension.NONE);
        }
        List<String> custom =
                id.startsWith("custom.") ? List.of(id.substring("custom.".length())) : List.of();
        return PivotDimension.all(custom).stream().filter(d -> d.id().equals(id)).findFirst();
    }

    @Override
    public void onMoved(Runnable run) {
        moved.add(run);
    }
}
