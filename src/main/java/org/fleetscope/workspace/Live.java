package org.fleetscope.workspace;

import java.util.List;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.series.AgentRow;
import org.fleetscope.series.DimensionValues;
import org.fleetscope.series.Lanes;
import org.fleetscope.series.LanesBuilder;
import org.fleetscope.series.Overview;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the answers about the scope that is looked at while rows come, so that the next view of it
 * costs what the new rows cost. Looks only forward: views of earlier states answer by themselves.
 * Thread-safe.
 */
final class Live {
    /** What answers are kept for; a stretch of time may move, but not change its length. */
    private record Key(Scope scope, long length, AnalysisSettings settings) {
        static Key of(Scope scope, AnalysisSettings settings) {
            boolean open = scope.time().equals(TimeRange.ALL);
            return new Key(
                    scope.withTime(TimeRange.ALL), open ? 0 : scope.time().length(), settings);
        }
    }

    /** Lanes of an examination, which stay while it is the last one. */
    private record KnownLanes(Examined of, int wanted, Lanes lanes) {}

    private final LiveDimensions dimensions = new LiveDimensions();
    private @Nullable Key key;
    private @Nullable Frame frame;
    private @Nullable LiveAnswers answers;
    private @Nullable Examined examined;
    private @Nullable KnownLanes lanes;
    private long version;
    private long examinedVersion;
    private boolean agentsWanted;
    private volatile int buckets = 1;

    /** Whether the answers can be taken on to a view's state. */
    private boolean reaches(LocalFleetView view) {
        return view.dataVersion() >= version;
    }

    private LiveAnswers at(LocalFleetView view) {
        Key wanted = Key.of(view.scope(), view.settings());
        Frame to = view.state().frame();
        Frame before = frame;
        LiveAnswers known = answers;
        if (known == null || before == null || !to.continues(before) || !wanted.equals(key)) {
            known = LiveAnswers.of(view.state(), view.scope());
            answers = known;
            key = wanted;
            examined = null;
            examinedVersion = 0;
            agentsWanted = false;
        } else {
            known.grow(view.state(), view.scope());
        }
        frame = to;
        version = view.dataVersion();
        return known;
    }

    private Examined examined(LocalFleetView view, boolean withAgents, JobContext job) {
        agentsWanted |= withAgents;
        Examined known = examined;
        if (known == null || (withAgents && known.agents().isEmpty())) {
            known = view.examined(agentsWanted, job);
            examined = known;
            examinedVersion = view.dataVersion();
        }
        return known;
    }

    /** The overview of a view; null when what is kept is of a later state. */
    synchronized @Nullable Overview overview(LocalFleetView view, int wanted, JobContext job) {
        if (!reaches(view)) {
            return null;
        }
        buckets = wanted;
        return at(view).overview(examined(view, false, job), wanted);
    }

    /** The lanes of a view, of runs examined; null when what is kept is of a later state. */
    synchronized @Nullable Lanes lanes(
            LocalFleetView view, Lanes.By by, int wanted, JobContext job) {
        if (!reaches(view)) {
            return null;
        }
        at(view);
        Examined now = examined(view, false, job);
        KnownLanes known = lanes;
        if (known == null
                || known.of() != now
                || known.wanted() != wanted
                || known.lanes().by() != by) {
            dimensions.grow(view.state().frame());
            Lanes fresh =
                    LanesBuilder.of(
                            now.findings(), now.runs().extent(), by, wanted, dimensions.names());
            known = new KnownLanes(now, wanted, fresh);
            lanes = known;
        }
        return known.lanes();
    }

    /** The agents of a view; null when what is kept is of a later state. */
    synchronized @Nullable List<AgentRow> agents(LocalFleetView view, JobContext job) {
        if (!reaches(view)) {
            return null;
        }
        LiveAnswers now = at(view);
        dimensions.grow(view.state().frame());
        return now.agents(examined(view, true, job), dimensions.names());
    }

    synchronized @Nullable DimensionValues dimensions(LocalFleetView view) {
        if (!reaches(view)) {
            return null;
        }
        dimensions.grow(view.state().frame());
        version = view.dataVersion();
        return dimensions.values();
    }

    synchronized @Nullable Long runs(LocalFleetView view) {
        return reaches(view) ? Long.valueOf(at(view).runs()) : null;
    }

    /** Has later answers know what a view knows by looking at all its runs. */
    void examine(LocalFleetView view, JobContext job) {
        Key of = Key.of(view.scope(), view.settings());
        boolean withAgents;
        boolean anew;
        synchronized (this) {
            LiveAnswers known = answers;
            if (known == null || !of.equals(key) || view.dataVersion() <= examinedVersion) {
                return;
            }
            withAgents = agentsWanted;
            anew = known.missesResults(view.state());
        }
        Examined fresh = view.examined(withAgents, job);
        LiveAnswers counted = anew ? LiveAnswers.of(view.state(), view.scope()) : null;
        if (counted != null) {
            counted.overview(fresh, buckets);
        }
        synchronized (this) {
            if (of.equals(key) && view.dataVersion() > examinedVersion) {
                examined = fresh;
                examinedVersion = view.dataVersion();
                answers = counted == null ? answers : counted;
            }
        }
    }
}
