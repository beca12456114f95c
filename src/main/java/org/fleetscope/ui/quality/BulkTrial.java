package org.fleetscope.ui.quality;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.fleetscope.job.JobRunner;
import org.fleetscope.model.BulkFix;
import org.fleetscope.model.QuarantineFilter;
import org.fleetscope.ui.session.Session;
import org.fleetscope.ui.support.LatestJob;
import org.fleetscope.ui.support.Numbers;
import org.fleetscope.workspace.Quarantine;
import org.fleetscope.workspace.RepairOutcome;
import org.fleetscope.workspace.Workspace;

/**
 * Finds out what a change for many rows would do before it is made. Of two trials the later counts.
 * Lives on the UI thread.
 */
public final class BulkTrial {
    private final ReadOnlyStringWrapper tried = new ReadOnlyStringWrapper("");
    private final Session session;
    private final LatestJob trying;

    BulkTrial(Session session, JobRunner jobs) {
        this.session = session;
        this.trying = new LatestJob(jobs);
    }

    /** What the change would do, in one line. */
    public ReadOnlyStringProperty tried() {
        return tried.getReadOnlyProperty();
    }

    /** Finds out what a change for many rows would do. */
    public void start(QuarantineFilter filter, BulkFix fix) {
        Workspace open = session.workspace().get();
        if (open == null) {
            return;
        }
        Quarantine rows = open.quarantine();
        tried.set("Trying on all rows…");
        trying.start(
                "Trying a change on rejected rows",
                job -> rows.tryFix(filter, fix, job),
                outcome -> tried.set(promise(outcome)),
                failure -> tried.set(RepairModel.message(failure)));
    }

    private static String promise(RepairOutcome outcome) {
        long all = outcome.repaired() + outcome.refused();
        return Numbers.count(outcome.repaired())
                + " of "
                + Numbers.count(all)
                + (all == 1 ? " row" : " rows")
                + " would be accepted";
    }

    /** Says why a change can't be tried. */
    public void refuse(String why) {
        trying.cancel();
        tried.set(why);
    }

    /** The change was made; what it would have done is no longer of interest. */
    void done() {
        trying.cancel();
        tried.set("");
    }
}
