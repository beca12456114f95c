package org.fleetscope.ui.aggregations;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.util.StringConverter;
import org.fleetscope.ui.session.Snapshot;
import org.fleetscope.workspace.PeriodComparison;
import org.jspecify.annotations.Nullable;

/** Binds what the pivot is made of: dimensions, measures, and what it is compared with. */
final class PivotChoices {
    private final AggregationsViewModel model;
    private final ComboBox<PivotDimension> outer;
    private final List<ComboBox<PivotDimension>> orNone;
    private final MenuButton measures;
    private List<String> customMetrics = List.of();

    PivotChoices(
            AggregationsViewModel model,
            ComboBox<PivotDimension> outer,
            ComboBox<PivotDimension> inner,
            ComboBox<PivotDimension> column,
            MenuButton measures) {
        this.model = model;
        this.outer = outer;
        this.orNone = List.of(inner, column);
        this.measures = measures;
        bind(outer, model.outer());
        bind(inner, model.inner());
        bind(column, model.column());
        offer(List.of());
        model.measures().addListener((ListChangeListener<PivotMeasure>) change -> nameMeasures());
        nameMeasures();
        model.snapshots()
                .subscribe(load ->
                        load.latest()
                                .map(Snapshot::dimensions)
                                .filter(values -> !values.customMetrics().equals(customMetrics))
                                .ifPresent(values -> offer(values.customMetrics())));
    }

    static void bindComparison(ComboBox<PeriodComparison> box, AggregationsViewModel model) {
        box.getItems().setAll(AggregationsViewModel.COMPARISONS);
        box.setConverter(named(PivotChoices::text));
        box.valueProperty().bindBidirectional(model.comparison());
    }

    private static void bind(ComboBox<PivotDimension> box, ObjectProperty<PivotDimension> to) {
        box.setConverter(named(PivotDimension::label));
        box.valueProperty().bindBidirectional(to);
    }

    private static <T> StringConverter<T> named(Function<T, String> name) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("nothing is typed here");
            }
        };
    }

    private static String text(PeriodComparison comparison) {
        return switch (comparison.kind()) {
            case NONE -> "Nothing";
            case PREVIOUS -> "Period before";
            case WEEKDAY ->
                    comparison.weeks() == 1
                            ? "A week before"
                            : "Mean of " + comparison.weeks() + " weeks";
        };
    }

    /** Offers what there is to choose from in a workspace with these custom metrics. */
    private void offer(List<String> custom) {
        customMetrics = custom;
        List<PivotDimension> all = PivotDimension.all(custom);
        fill(outer, all);
        List<PivotDimension> withNone = new ArrayList<>(all);
        withNone.addFirst(PivotDimension.NONE);
        orNone.forEach(box -> fill(box, withNone));
        measures.getItems().setAll(check(PivotMeasure.COUNT), check(PivotMeasure.SUCCESS));
        for (Map.Entry<String, List<PivotMeasure>> metric :
                PivotMeasure.choices(custom).entrySet()) {
            Menu menu = new Menu(metric.getKey());
            metric.getValue().forEach(measure -> menu.getItems().add(check(measure)));
            measures.getItems().add(menu);
        }
    }

    /** Adds what is new and takes away what is gone; what is chosen stays, even if it is gone. */
    private static void fill(ComboBox<PivotDimension> box, List<PivotDimension> choices) {
        List<PivotDimension> all = new ArrayList<>(choices);
        PivotDimension chosen = box.getValue();
        if (chosen != null && !all.contains(chosen)) {
            all.add(chosen);
        }
        box.getItems().removeIf(item -> !all.contains(item));
        for (int i = 0; i < all.size(); i++) {
            if (i >= box.getItems().size() || !box.getItems().get(i).equals(all.get(i))) {
                box.getItems().add(i, all.get(i));
            }
        }
    }

    private CheckMenuItem check(PivotMeasure measure) {
        CheckMenuItem item = new CheckMenuItem(measure.label());
        item.setUserData(measure);
        item.setSelected(model.measures().contains(measure));
        item.setOnAction(event -> {
            model.toggle(measure);
            item.setSelected(model.measures().contains(measure));
        });
        return item;
    }

    private void nameMeasures() {
        int chosen = model.measures().size();
        measures.setText(chosen == 1 ? model.measures().getFirst().label() : chosen + " measures");
        measures.getItems().forEach(this::recheck);
    }

    private void recheck(MenuItem item) {
        if (item instanceof Menu menu) {
            menu.getItems().forEach(this::recheck);
        } else if (item instanceof CheckMenuItem check
                && check.getUserData() instanceof PivotMeasure measure) {
            check.setSelected(model.measures().contains(measure));
        }
    }
}
