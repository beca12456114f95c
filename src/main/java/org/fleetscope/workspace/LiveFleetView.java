package org.fleetscope.workspace;

import java.util.List;
import org.fleetscope.job.JobContext;
import org.fleetscope.series.AgentRow;
import org.fleetscope.series.DimensionValues;
import org.fleetscope.series.Lanes;
import org.fleetscope.series.Overview;

/** A view whose frequent answers are kept up with the rows that come, see {@link Live}. */
final class LiveFleetView extends LocalFleetView {
    private final Live live;

    /**
     * @param exact a view of the same state and scope, whose answers are shared
     */
    LiveFleetView(Live live, LocalFleetView exact) {
        super(exact);
        this.live = live;
    }

    @Override
    public long runs() {
        Long runs = live.runs(this);
        return runs == null ? super.runs() : runs;
    }

    @Override
    public DimensionValues dimensions() {
        DimensionValues values = live.dimensions(this);
        return values == null ? super.dimensions() : values;
    }

    @Override
    public Overview overview(int buckets, JobContext job) {
        Overview overview = live.overview(this, buckets, job);
        return overview == null ? super.overview(buckets, job) : overview;
    }

    @Override
    public Lanes lanes(Lanes.By by, int buckets, JobContext job) {
        Lanes lanes = live.lanes(this, by, buckets, job);
        return lanes == null ? super.lanes(by, buckets, job) : lanes;
    }

    @Override
    public List<AgentRow> agents(JobContext job) {
        List<AgentRow> agents = live.agents(this, job);
        return agents == null ? super.agents(job) : agents;
    }

    @Override
    public void examine(JobContext job) {
        live.examine(this, job);
    }
}
