package org.fleetscope.workspace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.fleetscope.frame.Frame;
import org.fleetscope.model.GroupFlag;
import org.fleetscope.model.Rule;
import org.fleetscope.quality.FlagIndex;
import org.fleetscope.quality.RunFlags;
import org.fleetscope.store.Store;

/** Flags of runs as the store has them. */
final class StoredFlags {
    private StoredFlags() {}

    /** Reads them now; they are laid on the rows when somebody asks. */
    static RunJudgement of(Store store, Frame runs) throws IOException {
        FlagIndex index = new FlagIndex();
        store.readFlags((recordedAt, taskHigh, taskLow, id) ->
                Rule.of(id).ifPresent(rule -> index.add(recordedAt, taskHigh, taskLow, rule)));
        List<RunFlags.OfImport> groups = new ArrayList<>();
        for (Store.StoredGroupFlag flag : store.groupFlags()) {
            Rule.of(flag.ruleId())
                    .ifPresent(rule ->
                            groups.add(
                                    new RunFlags.OfImport(
                                            Math.toIntExact(flag.importId()),
                                            new GroupFlag(
                                                    rule,
                                                    flag.subject(),
                                                    flag.runs(),
                                                    flag.statistic(),
                                                    flag.message()))));
        }
        return new RunJudgement(() -> RunFlags.stored(runs, index, groups));
    }
}
