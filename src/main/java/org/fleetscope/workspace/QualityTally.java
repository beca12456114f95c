package org.fleetscope.workspace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.QuarantineFilter;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleLevel;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.Times;
import org.fleetscope.store.QuarantineStore;
import org.fleetscope.workspace.QualityReport.FieldCount;
import org.fleetscope.workspace.QualityReport.RuleLine;
import org.fleetscope.workspace.QualityReport.Trend;

/**
 * Counts broken rules in two passes over what the store tells of them: how many and from when to
 * when, then when. Holds a few numbers a rule, however many rows there are.
 */
final class QualityTally {
    /** Buckets of a trend; a small chart shows no more. */
    static final int BUCKETS = 48;

    /**
     * Rules whose rows have a time that can't be right: it would stretch the axis of all others.
     */
    private static final Set<String> OF_TIME =
            Set.of(Rule.RECORDED_AT.id(), Rule.RECORDED_AT_RECENT.id());

    private static final class Tally {
        private final RuleSeverity severity;
        private final Map<String, Long> fields = new HashMap<>();
        private final long[] counts = new long[BUCKETS];
        private long rows;
        private long timed;

        private Tally(RuleSeverity severity) {
            this.severity = severity;
        }
    }

    private final QuarantineStore store;
    private final QuarantineFilter filter;
    private final Map<String, Tally> rules = new HashMap<>();
    private long firstTime = Long.MAX_VALUE;
    private long lastTime = Long.MIN_VALUE;
    private long lastLine = 1;

    private QualityTally(QuarantineStore store, QuarantineFilter filter) {
        this.store = store;
        this.filter = filter;
    }

    static List<RuleLine> of(
            QuarantineStore store, QuarantineFilter filter, long rowsRead, JobContext job)
            throws IOException {
        QualityTally tally = new QualityTally(store, filter);
        store.tally(filter, tally::count, job);
        store.tallyFlags(filter.importId(), tally::count, job);
        if (!tally.rules.isEmpty()) {
            store.tally(filter, tally::place, job);
            store.tallyFlags(filter.importId(), tally::place, job);
        }
        return tally.lines(rowsRead);
    }

    private void count(
            long id, long line, long recordedAt, String rule, RuleSeverity severity, String field) {
        Tally of = rules.computeIfAbsent(rule, known -> new Tally(severity));
        of.rows++;
        of.fields.merge(field, 1L, Long::sum);
        lastLine = Math.max(lastLine, line);
        if (recordedAt != Times.MISSING && !OF_TIME.contains(rule)) {
            of.timed++;
            firstTime = Math.min(firstTime, recordedAt);
            lastTime = Math.max(lastTime, recordedAt);
        }
    }

    private void place(
            long id, long line, long recordedAt, String rule, RuleSeverity severity, String field) {
        Tally of = rules.get(rule);
        if (of == null) {
            // Rejected since the first pass; it counts the next time.
            return;
        }
        if (!isByTime(of)) {
            of.counts[bucket(line, 1, lastLine + 1)]++;
        } else if (recordedAt != Times.MISSING) {
            of.counts[bucket(recordedAt, firstTime, lastTime + 1)]++;
        }
    }

    /** Rows without a time to trust, malformed ones above all, are told by their lines. */
    private static boolean isByTime(Tally rule) {
        return 2 * rule.timed >= rule.rows;
    }

    private static int bucket(long at, long from, long to) {
        double share = (double) (at - from) / (to - from);
        return Math.clamp((int) (share * BUCKETS), 0, BUCKETS - 1);
    }

    private List<RuleLine> lines(long rowsRead) {
        List<RuleLine> lines = new ArrayList<>();
        for (Rule known : Rule.values()) {
            if (!rules.containsKey(known.id()) && known.standard() == RuleLevel.ERROR) {
                lines.add(line(known.id(), new Tally(RuleSeverity.ERROR), rowsRead));
            }
        }
        rules.forEach((id, rule) -> lines.add(line(id, rule, rowsRead)));
        lines.sort(
                Comparator.comparing((RuleLine line) -> line.rows() == 0)
                        .thenComparing(RuleLine::severity)
                        .thenComparing(RuleLine::rows, Comparator.reverseOrder())
                        .thenComparing(RuleLine::id));
        return lines;
    }

    private RuleLine line(String id, Tally rule, long rowsRead) {
        List<FieldCount> fields =
                rule.fields.entrySet().stream()
                        .map(field -> new FieldCount(field.getKey(), field.getValue()))
                        .sorted(
                                Comparator.comparingLong(FieldCount::rows)
                                        .reversed()
                                        .thenComparing(FieldCount::field))
                        .toList();
        return new RuleLine(
                id,
                rule.severity,
                RuleTexts.explanation(id),
                rule.rows,
                rowsRead == 0 ? 0 : (double) rule.rows / rowsRead,
                fields,
                rule.rows == 0 ? null : trend(rule));
    }

    private Trend trend(Tally rule) {
        return isByTime(rule)
                ? new Trend(true, firstTime, lastTime + 1, rule.counts)
                : new Trend(false, 1, lastLine + 1, rule.counts);
    }
}
