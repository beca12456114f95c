package org.fleetscope.quality;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.Profile;
import org.fleetscope.model.RuleLimits;
import org.fleetscope.model.RuleSeverity;
import tech.tablesaw.selection.Selection;

/** The list of rules that concern one KPI row, and their application to a batch. Thread-safe. */
public final class RowRules {
    private static final RowRule MALFORMED = new MalformedRowRule();

    private static final List<RowRule> ALL =
            List.of(
                    new TaskIdRule(),
                    new AgentIdRule(),
                    new LatencyRangeRule(),
                    new AccuracyRangeRule(),
                    new CpuRangeRule(),
                    new MemoryRangeRule(),
                    new RecordedAtRule(),
                    new RecordedAtRecentRule(),
                    new ExecutionContextRule(),
                    new NetworkRangeRule(),
                    new CustomMetricsRule(),
                    new GpuRangeRule(),
                    MALFORMED);

    private final RuleContext context;
    private final List<RowRule> rules;

    /**
     * The rules that apply under these limits and this profile.
     *
     * @param referenceTimeMicros the "now" that recorded_at is held against, µs UTC
     */
    public RowRules(RuleLimits limits, Profile profile, long referenceTimeMicros) {
        context = new RuleContext(limits, profile, referenceTimeMicros);
        rules = ALL.stream().filter(rule -> rule.applies(context)).toList();
    }

    /**
     * Every rule about KPI rows, those found elsewhere (duplicate-run, metadata-missing) included.
     */
    public static List<RuleInfo> catalogue() {
        List<RuleInfo> infos = new ArrayList<>();
        for (RowRule rule : ALL) {
            infos.add(new RuleInfo(rule.id(), rule.severity(), rule.explanation()));
        }
        infos.add(
                new RuleInfo(
                        RuleIds.DUPLICATE_RUN,
                        RuleSeverity.ERROR,
                        "no other row with the same recorded_at and task_id says something else; an identical row is skipped and"
                                + " counted, not an error"));
        infos.add(
                new RuleInfo(
                        RuleIds.METADATA_MISSING,
                        RuleSeverity.WARNING,
                        "source_layer, target_agent_type and priority are known from the row, its task or its agent; otherwise"
                                + " unknown, unknown and 50 stand in"));
        return List.copyOf(infos);
    }

    /** The rules that are on. */
    public List<RowRule> rules() {
        return rules;
    }

    /** Holds every rule against every row: O(rows × rules), no object for a good row. */
    public BatchCheck check(KpiBatch batch) {
        BatchTable table = BatchTable.of(batch);
        Selection malformed = MALFORMED.violations(table, context);
        Map<RowRule, BitSet> broken = new LinkedHashMap<>();
        for (RowRule rule : rules) {
            Selection rows =
                    rule == MALFORMED
                            ? malformed
                            : rule.violations(table, context).andNot(malformed);
            if (!rows.isEmpty()) {
                broken.put(rule, bits(rows));
            }
        }
        return new BatchCheck(batch, context, broken);
    }

    private static BitSet bits(Selection rows) {
        BitSet bits = new BitSet();
        rows.forEach((int row) -> bits.set(row));
        return bits;
    }
}
