package org.fleetscope.workspace;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.fleetscope.ingest.RuleSettingsFile;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Drift;
import org.fleetscope.model.GroupFlag;
import org.fleetscope.model.RowFlag;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.model.Times;
import org.fleetscope.quality.RunFlags;
import org.fleetscope.store.Store;

/** Keeps the settings of the rules in the workspace's store. */
final class LocalDataQuality implements DataQuality {
    private final OpeningStore store;
    private final InstantSource clock;
    private final Supplier<WorkspaceState> state;
    private volatile RuleSettings settings;

    /**
     * @param settings those that the store holds
     * @param state the workspace's state of now
     */
    LocalDataQuality(
            OpeningStore store,
            InstantSource clock,
            RuleSettings settings,
            Supplier<WorkspaceState> state) {
        this.store = store;
        this.clock = clock;
        this.state = state;
        this.settings = settings;
    }

    static RuleSettings stored(Store store) throws IOException {
        String json = store.ruleSettings();
        return json == null
                ? RuleSettings.DEFAULTS
                : RuleSettingsFile.parse(json, "the rule settings stored in the workspace");
    }

    @Override
    public RuleSettings settings() {
        return settings;
    }

    @Override
    public synchronized void settings(RuleSettings next) throws IOException {
        store.get().ruleSettings(Times.ofInstant(clock.instant()), RuleSettingsFile.text(next));
        settings = next;
    }

    @Override
    public Drift drift(long importId, JobContext job) throws IOException {
        if (importId < 1 || importId > store.get().lastImportId()) {
            throw new IllegalArgumentException("there is no import " + importId);
        }
        return Drifts.of(state.get(), store.get(), importId, job);
    }

    @Override
    public List<RowFlag> examples(Rule rule, int max) throws IOException {
        return store.get().flags(rule.id(), max);
    }

    @Override
    public List<GroupFlag> groups(Rule rule) {
        return state.get().flags().groups().stream()
                .map(RunFlags.OfImport::flag)
                .filter(flag -> flag.rule() == rule)
                .toList();
    }
}
