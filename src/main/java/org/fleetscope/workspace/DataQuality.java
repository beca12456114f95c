package org.fleetscope.workspace;

import java.io.IOException;
import java.util.List;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Drift;
import org.fleetscope.model.GroupFlag;
import org.fleetscope.model.RowFlag;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleSettings;

/**
 * Settings of the rules that a workspace judges its rows by, and how imports differ. Thread-safe;
 * what throws blocks on the disk, so never call it on the UI thread.
 */
public interface DataQuality {
    /** What is set in this workspace; {@link RuleSettings#DEFAULTS} when nothing ever was. */
    RuleSettings settings();

    /**
     * Sets limits and levels for the imports to come, all of them at once. Rows judged before keep
     * what was found of them; earlier settings stay on record.
     */
    void settings(RuleSettings next) throws IOException;

    /**
     * How an import differs from those before it. Import numbers are those of {@link
     * WorkspaceInfo#imports()}.
     *
     * @throws IllegalArgumentException when there is no import of this number
     */
    Drift drift(long importId, JobContext job) throws IOException;

    /**
     * The first rows of all imports that were kept and broke a rule, with the sentence that says
     * why, at most {@code max}. None for {@link Rule#METADATA_MISSING} and for rules about
     * distributions, see {@link #groups}; {@link FleetView#flags} names runs of those too.
     */
    List<RowFlag> examples(Rule rule, int max) throws IOException;

    /** Agent types or agents whose runs of an import broke a rule about a distribution. */
    List<GroupFlag> groups(Rule rule);
}
