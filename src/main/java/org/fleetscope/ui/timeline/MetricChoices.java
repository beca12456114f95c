package org.fleetscope.ui.timeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.fleetscope.model.Metric;

/**
 * The metrics of the chooser: those of every run first, all shown; then the custom ones, shown when
 * asked for.
 */
final class MetricChoices {
    private final ObservableList<MetricChoice> list = FXCollections.observableArrayList();
    private final ObservableList<MetricChoice> readOnly =
            FXCollections.unmodifiableObservableList(list);
    private final Set<String> awaited = new HashSet<>();
    private final Runnable changed;

    /**
     * The choices without custom metrics.
     *
     * @param changed called when a metric is chosen or given up
     */
    MetricChoices(Runnable changed) {
        this.changed = changed;
        Metric.REPORTED.forEach(metric -> add(metric, true));
        add(Metric.THROUGHPUT, true);
    }

    ObservableList<MetricChoice> list() {
        return readOnly;
    }

    List<Metric> selected() {
        return list.stream().filter(MetricChoice::isSelected).map(MetricChoice::metric).toList();
    }

    /** Chooses exactly these; custom ones that are not there yet, once they are. */
    void choose(List<String> ids) {
        awaited.clear();
        awaited.addAll(ids);
        list.forEach(choice -> choice.selectedProperty().set(awaited.remove(choice.metric().id())));
    }

    /** Replaces the custom metrics; those that stay keep their choice. */
    void setCustom(List<String> names) {
        List<Metric> wanted = names.stream().map(Metric::custom).toList();
        List<MetricChoice> gone = new ArrayList<>(list);
        gone.removeIf(choice -> !choice.metric().isCustom() || wanted.contains(choice.metric()));
        list.removeAll(gone);
        for (Metric metric : wanted) {
            if (list.stream().noneMatch(choice -> choice.metric().equals(metric))) {
                add(metric, awaited.remove(metric.id()));
            }
        }
    }

    private void add(Metric metric, boolean selected) {
        MetricChoice choice = new MetricChoice(metric, selected);
        choice.selectedProperty().subscribe((_, _) -> changed.run());
        list.add(choice);
    }
}
