package org.fleetscope.ui.compare;

import java.util.List;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.MetricDifference;
import org.fleetscope.series.DimensionValues;
import org.fleetscope.workspace.AnalysisSettings;
import org.fleetscope.workspace.FleetView;
import org.fleetscope.workspace.Workspace;

/**
 * What differs, with what was compared.
 *
 * @param runsA runs of A
 * @param runsB runs of B
 * @param differences worst first
 */
record Compared(Sides sides, long runsA, long runsB, List<MetricDifference> differences) {

    /**
     * Compares; not for the UI thread.
     *
     * @param view of the scope looked at
     */
    static Compared of(
            Workspace workspace,
            FleetView view,
            Reference reference,
            AnalysisSettings settings,
            JobContext job) {
        DimensionValues dimensions = view.dimensions();
        Sides sides = reference.sides(view.scope(), dimensions.extent());
        FleetView b =
                sides.b().equals(view.scope()) ? view : workspace.view(sides.b(), settings, job);
        Workspace other =
                reference instanceof Reference.Recording recording
                        ? recording.workspace()
                        : workspace;
        FleetView a = other.view(sides.a(), settings, job);
        List<MetricDifference> found =
                a.runs() == 0 || b.runs() == 0 ? List.of() : a.compare(b, job);
        return new Compared(sides, a.runs(), b.runs(), found);
    }
}
