package org.fleetscope.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.fleetscope.ingest.RowsAgain;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.BulkFix;
import org.fleetscope.model.QuarantineFilter;
import org.fleetscope.model.QuarantinedRow;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.model.RepairEntry;
import org.fleetscope.model.RowField;
import org.fleetscope.model.RuleViolation;
import org.fleetscope.model.Times;
import org.fleetscope.store.QuarantineStore;
import org.fleetscope.store.RepairedRow;
import org.fleetscope.store.StagedRepair;
import org.fleetscope.workspace.QualityReport.DriftLine;
import org.fleetscope.workspace.QualityReport.ImportLine;
import org.jspecify.annotations.Nullable;

/** The rejected rows of a workspace of this machine. */
final class LocalQuarantine implements Quarantine {
    private static final int PORTION = 500;

    private final OpeningStore opening;
    private final InstantSource clock;
    private final StateChanges states;

    LocalQuarantine(OpeningStore opening, InstantSource clock, StateChanges states) {
        this.opening = opening;
        this.clock = clock;
        this.states = states;
    }

    private QuarantineStore store() throws IOException {
        return opening.get().quarantine();
    }

    @Override
    public QualityReport report(QuarantineFilter filter, JobContext job) throws IOException {
        List<ImportLine> imports =
                store().imports().stream()
                        .map(totals ->
                                new ImportLine(
                                        totals.importId(),
                                        totals.startedAt(),
                                        totals.files(),
                                        totals.rowsRead(),
                                        totals.accepted(),
                                        totals.rejected(),
                                        totals.skippedExisting(),
                                        totals.repaired()))
                        .toList();
        List<ImportLine> meant =
                imports.stream()
                        .filter(line ->
                                filter.importId() == null || filter.importId() == line.importId())
                        .toList();
        long read = meant.stream().mapToLong(ImportLine::rowsRead).sum();
        return new QualityReport(
                imports,
                read,
                meant.stream().mapToLong(ImportLine::accepted).sum(),
                meant.stream().mapToLong(ImportLine::skippedExisting).sum(),
                store().count(filter, job),
                QualityTally.of(store(), filter, states.now().frame(), read, job),
                opening.get().groupFlags().stream()
                        .filter(flag ->
                                filter.importId() == null || filter.importId() == flag.importId())
                        .map(flag ->
                                new DriftLine(
                                        flag.importId(),
                                        flag.ruleId(),
                                        flag.subject(),
                                        flag.runs(),
                                        flag.statistic(),
                                        flag.message()))
                        .toList());
    }

    @Override
    public List<RejectedRow> flagged(
            String rule, @Nullable Long importId, int limit, JobContext job) throws IOException {
        return store().flagged(rule, importId, limit, job);
    }

    @Override
    public long count(QuarantineFilter filter, JobContext job) throws IOException {
        return store().count(filter, job);
    }

    @Override
    public List<QuarantinedRow> page(QuarantineFilter filter, long after, int limit, JobContext job)
            throws IOException {
        return store().page(filter, after, limit, job);
    }

    private QuarantinedRow row(long id) throws IOException {
        List<QuarantinedRow> found = store().rows(List.of(id));
        if (found.isEmpty()) {
            throw new IOException("there is no rejected row " + id + " in this workspace");
        }
        return found.getFirst();
    }

    @Override
    public EditableRow open(long id) throws IOException {
        QuarantinedRow row = row(id);
        RowsAgain file = new ImportChecks(store()).file(row.importId(), row.origin().file());
        String text = row.repair() == null ? row.raw() : row.repair().text();
        return new EditableRow(
                row, text, file.fields(text), file.isTable(), check(row, file, text));
    }

    @Override
    public Check check(long id, String text) throws IOException {
        QuarantinedRow row = row(id);
        return check(row, file(row), text);
    }

    @Override
    public Check check(long id, List<RowField> fields) throws IOException {
        QuarantinedRow row = row(id);
        RowsAgain file = file(row);
        return check(row, file, file.text(fields));
    }

    @Override
    public Check check(long id, BulkFix fix) throws IOException {
        QuarantinedRow row = row(id);
        RowsAgain file = file(row);
        return check(row, file, file.fix(row.raw(), fix));
    }

    private RowsAgain file(QuarantinedRow row) throws IOException {
        return new ImportChecks(store()).file(row.importId(), row.origin().file());
    }

    private Check check(QuarantinedRow row, RowsAgain file, String text) throws IOException {
        RepairJudge judge =
                new RepairJudge(opening.get(), states.now(), new ImportChecks(store()), Set.of());
        JudgedRow judged = judge.judge(List.of(new EditedRow(row, text))).getFirst();
        return new Check(
                text,
                withAbsent(file.fields(text), file, judged.violations()),
                judged.violations(),
                judged.isAdmissible(),
                judged.alreadyThere());
    }

    /** Members that are at fault because they are not there can be filled in. */
    private static List<RowField> withAbsent(
            List<RowField> fields, RowsAgain file, List<RuleViolation> violations) {
        List<RowField> all = new ArrayList<>(fields);
        for (RuleViolation violation : violations) {
            String name = violation.field();
            boolean there = all.stream().anyMatch(field -> field.name().equals(name));
            if (!fields.isEmpty() && !file.isTable() && !there && name.matches("[a-z_]+")) {
                all.add(new RowField(name, ""));
            }
        }
        return all;
    }

    @Override
    public RepairOutcome readmit(Map<Long, String> texts, JobContext job) throws IOException {
        Map<Long, String> wanted = new TreeMap<>(texts);
        String description =
                wanted.size() == 1
                        ? "Re-admit row " + wanted.keySet().iterator().next()
                        : "Re-admit " + wanted.size() + " rows";
        return repair(to -> open(wanted, to), description, 0, job);
    }

    /** Rows that another repair has taken out of quarantine already are left out. */
    private void open(Map<Long, String> texts, Consumer<List<EditedRow>> to) throws IOException {
        List<Long> ids = List.copyOf(texts.keySet());
        for (int from = 0; from < ids.size(); from += PORTION) {
            List<EditedRow> rows = new ArrayList<>();
            for (QuarantinedRow row :
                    store().rows(ids.subList(from, Math.min(ids.size(), from + PORTION)))) {
                String text = texts.get(row.id());
                if (row.repair() == null && text != null) {
                    rows.add(new EditedRow(row, text));
                }
            }
            if (!rows.isEmpty()) {
                to.accept(rows);
            }
        }
    }

    private RepairJob.Source fixed(QuarantineFilter filter, BulkFix fix, JobContext job) {
        QuarantineFilter open = filter.withState(QuarantineFilter.State.OPEN);
        return to -> {
            ImportChecks checks = new ImportChecks(store());
            store().stream(
                    open,
                    rows -> to.accept(rows.stream().map(row -> fixed(row, fix, checks)).toList()),
                    job);
        };
    }

    private static EditedRow fixed(QuarantinedRow row, BulkFix fix, ImportChecks checks) {
        try {
            RowsAgain file = checks.file(row.importId(), row.origin().file());
            return new EditedRow(row, file.fix(row.raw(), fix));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RepairOutcome tryFix(QuarantineFilter filter, BulkFix fix, JobContext job)
            throws IOException {
        return new RepairJob(opening.get(), states.now(), fixed(filter, fix, job), job)
                .tried(fix.description());
    }

    @Override
    public RepairOutcome fix(QuarantineFilter filter, BulkFix fix, JobContext job)
            throws IOException {
        return repair(fixed(filter, fix, job), fix.description(), 0, job);
    }

    private RepairOutcome repair(
            RepairJob.Source source, String description, long redone, JobContext job)
            throws IOException {
        return states.change(
                job,
                (before, publish) -> {
                    RepairJob.Result result =
                            new RepairJob(opening.get(), before, source, job)
                                    .run(
                                            new StagedRepair.Record(
                                                    now(), user(), description, redone));
                    if (result.outcome().repairId() > 0) {
                        publish.accept(result.state());
                    }
                    return result.outcome();
                });
    }

    @Override
    public History history(int limit) throws IOException {
        return new History(store().undoable(), store().redoable(), store().repairs(limit));
    }

    @Override
    public RepairEntry undo(JobContext job) throws IOException {
        return states.change(
                job,
                (before, publish) -> {
                    RepairEntry repair = store().undoable();
                    if (repair == null) {
                        throw new IOException("There is no repair to undo.");
                    }
                    if (repair.confirmedBy() != null) {
                        throw new IOException(
                                "\""
                                        + repair.description()
                                        + "\" can't be undone: import "
                                        + repair.confirmedBy()
                                        + " brought one of its rows since and found it already"
                                        + " there, so undoing would lose that import's row.");
                    }
                    publish.accept(
                            new UndoJob(opening.get(), before, repair, job).run(now(), user()));
                    return repair;
                });
    }

    @Override
    public RepairOutcome redo(JobContext job) throws IOException {
        RepairEntry repair = store().redoable();
        if (repair == null) {
            throw new IOException("There is no repair to redo.");
        }
        return repair(to -> again(repair.id(), to), repair.description(), repair.id(), job);
    }

    private void again(long repairId, Consumer<List<EditedRow>> to) throws IOException {
        store().repaired(
                        repairId,
                        rows -> {
                            Map<Long, String> texts = new TreeMap<>();
                            for (RepairedRow row : rows) {
                                texts.put(row.quarantineId(), row.text());
                            }
                            try {
                                open(texts, to);
                            } catch (IOException e) {
                                throw new UncheckedIOException(e);
                            }
                        });
    }

    @Override
    public long export(QuarantineFilter filter, Path file, JobContext job) throws IOException {
        return RejectsExport.write(store(), filter, file, job);
    }

    @Override
    public List<Path> exportRows(QuarantineFilter filter, Path folder, JobContext job)
            throws IOException {
        return new RowsExport(store(), folder, job).write(filter);
    }

    private long now() {
        return Times.ofInstant(clock.instant());
    }

    private static String user() {
        String name = System.getProperty("user.name", "");
        return name.isBlank() ? "unknown" : name;
    }
}
