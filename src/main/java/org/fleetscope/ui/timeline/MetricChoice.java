package org.fleetscope.ui.timeline;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.fleetscope.model.Metric;

/** A metric that can be shown as a track, and whether it is. */
public final class MetricChoice {
    private final Metric metric;
    private final BooleanProperty selected;

    MetricChoice(Metric metric, boolean selected) {
        this.metric = metric;
        this.selected = new SimpleBooleanProperty(this, "selected", selected);
    }

    public Metric metric() {
        return metric;
    }

    public BooleanProperty selectedProperty() {
        return selected;
    }

    public boolean isSelected() {
        return selected.get();
    }
}
