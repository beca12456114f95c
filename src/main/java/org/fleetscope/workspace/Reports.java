package org.fleetscope.workspace;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fleetscope.analysis.Detectors;
import org.fleetscope.analysis.Threshold;
import org.fleetscope.analysis.incident.Incidents;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.QuarantineFilter;
import org.fleetscope.model.QuarantinedRow;
import org.fleetscope.model.RepairEntry;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.RuleViolation;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Times;
import org.fleetscope.report.DescribedIncident;
import org.fleetscope.report.ReportModel;
import org.fleetscope.report.ReportModel.Counts;
import org.fleetscope.report.ReportModel.RepairedRow;
import org.fleetscope.report.ReportModel.RuleCount;
import org.fleetscope.report.ReportModel.Setting;
import org.fleetscope.report.ReportModel.SourceFile;
import org.fleetscope.report.ReportModel.Version;
import org.fleetscope.report.ReportWriters;
import org.fleetscope.store.Store;
import org.jspecify.annotations.Nullable;

/** Gathers what a report says from a view and the store's own records, and has it written. */
final class Reports {
    private static final int BUCKETS = 120;
    private static final int MOST_INCIDENTS = 50;
    private static final int MAX_FILES = 100_000;
    private static final int MAX_REPAIRED = 10_000;

    private final FleetView view;
    private final Store store;
    private final JobContext job;

    private Reports(FleetView view, Store store, JobContext job) {
        this.view = view;
        this.store = store;
        this.job = job;
    }

    static List<Path> write(
            FleetView view,
            Store store,
            ReportOptions options,
            long createdAt,
            Path folder,
            JobContext job)
            throws IOException {
        ReportModel model = new Reports(view, store, job).model(options, createdAt);
        return ReportWriters.write(model, options.formats(), folder, job);
    }

    private ReportModel model(ReportOptions options, long createdAt) throws IOException {
        return new ReportModel(
                options.title(),
                createdAt,
                view.scope(),
                settings(view.settings()),
                files(),
                counts(),
                List.of(
                        new Version("Fleetscope", version()),
                        new Version("Java", Runtime.version().toString())),
                view.overview(BUCKETS, job),
                view.agents(job),
                view.findings(job),
                incidents(),
                store.verdicts().all(),
                rules(),
                repaired());
    }

    private List<DescribedIncident> incidents() {
        Diagnosis diagnosis = view.diagnosis(Incidents.LEAST_SEVERITY, job);
        return diagnosis.incidents().stream()
                .limit(MOST_INCIDENTS)
                .map(incident ->
                        new DescribedIncident(
                                incident,
                                diagnosis.influencers(incident),
                                diagnosis.verdict(incident).orElse(null),
                                diagnosis.evidence(incident)))
                .toList();
    }

    private static List<Setting> settings(AnalysisSettings settings) {
        List<Setting> list = new ArrayList<>();
        list.add(new Setting("detectors", String.join(", ", settings.detectors())));
        list.add(new Setting("baseline", range(settings.baseline())));
        list.add(new Setting("examined", range(settings.examined())));
        for (String detector : settings.detectors()) {
            for (Threshold threshold : Detectors.byId(detector).thresholds()) {
                double value =
                        settings.thresholds()
                                .getOrDefault(threshold.id(), threshold.defaultValue());
                list.add(new Setting(threshold.id(), Double.toString(value)));
            }
        }
        return list;
    }

    private static String range(@Nullable TimeRange range) {
        return range == null
                ? "everything in scope"
                : Times.iso(range.from()) + " to " + Times.iso(range.to());
    }

    private List<SourceFile> files() throws IOException {
        return store
                .query(
                        "SELECT path, format, rows_read, sha256 FROM kpi.import_files ORDER BY import_id, file_id",
                        MAX_FILES,
                        job)
                .rows()
                .stream()
                .map(row ->
                        new SourceFile(
                                text(row.get(0)),
                                text(row.get(1)),
                                number(row.get(2)),
                                text(row.get(3))))
                .toList();
    }

    private Counts counts() throws IOException {
        List<@Nullable Object> sums =
                store.query(
                                "SELECT SUM(rows_read), SUM(accepted), SUM(rejected), SUM(skipped_existing) FROM kpi.imports",
                                1,
                                job)
                        .rows()
                        .getFirst();
        return new Counts(
                number(sums.get(0)),
                number(sums.get(1)),
                number(sums.get(2)),
                number(sums.get(3)),
                store.info().repaired());
    }

    private List<RepairedRow> repaired() throws IOException {
        QuarantineFilter all = QuarantineFilter.OPEN.withState(QuarantineFilter.State.REPAIRED);
        List<QuarantinedRow> rows = store.quarantine().page(all, 0, MAX_REPAIRED, job);
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<Long, RepairEntry> repairs = new HashMap<>();
        store.quarantine().repairs(Integer.MAX_VALUE).forEach(r -> repairs.put(r.id(), r));
        List<RepairedRow> repaired = new ArrayList<>();
        for (QuarantinedRow row : rows) {
            QuarantinedRow.Repair repair = row.repair();
            RepairEntry entry = repair == null ? null : repairs.get(repair.repairId());
            if (repair != null && entry != null) {
                repaired.add(
                        new RepairedRow(
                                row.origin(),
                                row.violations().stream()
                                        .map(RuleViolation::ruleId)
                                        .distinct()
                                        .toList(),
                                row.raw(),
                                repair.text(),
                                entry.at(),
                                entry.by()));
            }
        }
        return repaired;
    }

    private List<RuleCount> rules() throws IOException {
        List<RuleCount> counts = new ArrayList<>();
        for (Store.RuleCount count : store.ruleCounts()) {
            counts.add(
                    new RuleCount(
                            count.ruleId(),
                            RuleSeverity.valueOf(count.severity().toUpperCase(Locale.ROOT)),
                            RuleTexts.explanation(count.ruleId()),
                            count.rows()));
        }
        return counts;
    }

    private static String text(@Nullable Object cell) {
        return cell == null ? "" : cell.toString();
    }

    /** Sums come as whole numbers of some type; an empty sum counts as none. */
    private static long number(@Nullable Object cell) {
        return cell == null ? 0 : Math.round(Double.parseDouble(cell.toString()));
    }

    private static String version() {
        String version = Reports.class.getPackage().getImplementationVersion();
        return version == null ? "development build" : version;
    }
}
