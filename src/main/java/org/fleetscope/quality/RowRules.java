package org.fleetscope.quality;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.Profile;
import org.fleetscope.model.RuleLimits;
import org.fleetscope.model.RuleSettings;
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
     * The rules that apply under these limits and this profile, each at its default level.
     *
     * @param referenceTimeMicros the "now" that recorded_at is held against, µs UTC
     */
    public RowRules(RuleLimits limits, Profile profile, long referenceTimeMicros) {
        this(RuleSettings.DEFAULTS, limits, profile, referenceTimeMicros);
    }

    /**
     * The rules that apply under these settings and this profile.
     *
     * @param limits those of the settings, with the fields that are absent or optional
     */
    public RowRules(
            RuleSettings settings, RuleLimits limits, Profile profile, long referenceTimeMicros) {
        this(new RuleContext(settings, limits, profile, referenceTimeMicros));
    }

    private RowRules(RuleContext context) {
        this.context = context;
        rules =
                ALL.stream()
                        .filter(rule -> context.settings().isOn(rule.rule()))
                        .filter(rule -> rule.applies(context))
                        .toList();
    }

    /** What the rules go by. */
    public RuleSettings settings() {
        return context.settings();
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
