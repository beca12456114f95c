package org.fleetscope.workspace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fleetscope.frame.Frame;
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
 * Counts broken rules in a pass over what the store tells of them, and places them in time once it
 * is known how far that reaches: from memory, or beyond {@link #REMEMBERED} of them in a second
 * pass. Holds at most 32 bytes of each of these, and a few numbers a rule.
 */
final class QualityTally {
    /** Buckets of a trend; a small chart shows no more. */
    static final int BUCKETS = 48;

    /**
     * Rules whose rows have a time that can't be right: it would stretch the axis of all others.
     */
    private static final Set<String> OF_TIME =
            Set.of(Rule.RECORDED_AT.id(), Rule.RECORDED_AT_RECENT.id());

    /** Broken rules whose places are kept in memory. */
    private static final int REMEMBERED = 2_000_000;

    private static final class Tally {
        private final RuleSeverity severity;
        private final Places places = new Places();
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

    private final Frame runs;
    private final Places rejected = new Places();
    private long[] read = {};
    private long lastId;
    private long remembered;

    private QualityTally(QuarantineStore store, QuarantineFilter filter, Frame runs) {
        this.store = store;
        this.filter = filter;
        this.runs = runs;
    }

    /**
     * @param runs all runs that were kept
     */
    static List<RuleLine> of(
            QuarantineStore store,
            QuarantineFilter filter,
            Frame runs,
            long rowsRead,
            JobContext job)
            throws IOException {
        QualityTally tally = new QualityTally(store, filter, runs);
        store.tally(filter, tally::countRejected, job);
        store.tallyFlags(filter.importId(), tally::count, job);
        if (tally.remembered <= REMEMBERED) {
            tally.rules.values().forEach(rule -> rule.places.each(tally.placing(rule)));
        } else {
            store.tally(filter, tally::place, job);
            store.tallyFlags(filter.importId(), tally::place, job);
        }
        return tally.lines(rowsRead);
    }

    /** The rules of a row come one after the other. */
    private void countRejected(
            long id, long line, long recordedAt, String rule, RuleSeverity severity, String field) {
        if (id != lastId && rejected.size() < REMEMBERED) {
            rejected.add(line, recordedAt);
        }
        lastId = id;
        count(id, line, recordedAt, rule, severity, field);
    }

    private void count(
            long id, long line, long recordedAt, String rule, RuleSeverity severity, String field) {
        Tally of = rules.computeIfAbsent(rule, known -> new Tally(severity));
        of.rows++;
        if (++remembered <= REMEMBERED) {
            of.places.add(line, recordedAt);
        }
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
        // One that was rejected since the first pass counts the next time.
        if (of != null) {
            placing(of).place(line, recordedAt);
        }
    }

    private Places.Consumer placing(Tally rule) {
        boolean byTime = isByTime(rule);
        return (line, recordedAt) -> {
            if (!byTime) {
                rule.counts[bucket(line, 1, lastLine + 1)]++;
            } else if (recordedAt != Times.MISSING) {
                rule.counts[bucket(recordedAt, firstTime, lastTime + 1)]++;
            }
        };
    }

    /** Rows without a time to trust, malformed ones above all, are told by their lines. */
    private static boolean isByTime(Tally rule) {
        return 2 * rule.timed >= rule.rows;
    }

    private static int bucket(long at, long from, long to) {
        double share = (double) (at - from) / (to - from);
        return Math.clamp((int) (share * BUCKETS), 0, BUCKETS - 1);
    }

    /** Rows read by time; empty when not all rejected ones are remembered. */
    private long[] read() {
        if (rejected.size() >= REMEMBERED || firstTime > lastTime) {
            return new long[0];
        }
        long[] read = new long[BUCKETS];
        rejected.each((line, at) -> countRead(read, at));
        boolean inQuarantine = filter.state() == QuarantineFilter.State.OPEN;
        for (int row = 0; row < runs.rows(); row++) {
            boolean meant = filter.importId() == null || filter.importId() == runs.importId()[row];
            // Repaired rows are runs now; where rejected ones are counted they are among those.
            boolean other = inQuarantine || (runs.flags()[row] & Frame.REPAIRED) == 0;
            if (meant && other) {
                countRead(read, runs.recordedAt()[row]);
            }
        }
        return read;
    }

    private void countRead(long[] read, long at) {
        if (at != Times.MISSING && at >= firstTime && at <= lastTime) {
            read[bucket(at, firstTime, lastTime + 1)]++;
        }
    }

    private List<RuleLine> lines(long rowsRead) {
        read = read();
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
                ? new Trend(true, firstTime, lastTime + 1, rule.counts, read)
                : new Trend(false, 1, lastLine + 1, rule.counts, new long[0]);
    }
}
