package org.fleetscope.ui.chart;

import java.util.List;
import org.fleetscope.model.Unit;

/**
 * One plot of a {@link TimeChart} with its own value axis.
 *
 * @param id identifier, unique within a chart
 * @param title shown above the plot
 * @param unit unit of every value of the layers
 * @param layers painted in this order
 * @param weight share of the height against the other tracks, above 0
 */
public record ChartTrack(
        String id, String title, Unit unit, List<ChartLayer> layers, double weight) {
    public ChartTrack {
        layers = List.copyOf(layers);
        if (!(weight > 0)) {
            throw new IllegalArgumentException("track weight must be above 0: " + weight);
        }
    }
}
