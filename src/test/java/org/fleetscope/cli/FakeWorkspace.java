package org.fleetscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Drift;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.FollowNotice;
import org.fleetscope.model.GroupFlag;
import org.fleetscope.model.RejectedRow;
import org.fleetscope.model.RowFlag;
import org.fleetscope.model.RowOrigin;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleSettings;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.RuleViolation;
import org.fleetscope.model.Scope;
import org.fleetscope.series.TableData;
import org.fleetscope.workspace.AnalysisSettings;
import org.fleetscope.workspace.DataQuality;
import org.fleetscope.workspace.FakeVerdicts;
import org.fleetscope.workspace.FleetView;
import org.fleetscope.workspace.FollowListener;
import org.fleetscope.workspace.FollowOptions;
import org.fleetscope.workspace.FollowStatus;
import org.fleetscope.workspace.ImportListener;
import org.fleetscope.workspace.ImportOptions;
import org.fleetscope.workspace.ImportSummary;
import org.fleetscope.workspace.Quarantine;
import org.fleetscope.workspace.RejectListener;
import org.fleetscope.workspace.ReportOptions;
import org.fleetscope.workspace.SqlConsole;
import org.fleetscope.workspace.Verdicts;
import org.fleetscope.workspace.Workspace;
import org.fleetscope.workspace.WorkspaceInfo;
import org.jspecify.annotations.Nullable;

/** A workspace with fixed answers that remembers what it was asked. */
final class FakeWorkspace implements Workspace {
    final List<String> calls = new ArrayList<>();
    final FakeView view = new FakeView();
    final FakeVerdicts verdicts = new FakeVerdicts();
    @Nullable ImportOptions options;
    @Nullable Scope scope;
    @Nullable AnalysisSettings settings;
    @Nullable ReportOptions report;
    @Nullable IOException failure;
    @Nullable RuntimeException bug;
    @Nullable Path folder;
    RuleSettings rules = RuleSettings.DEFAULTS;
    int queryRows = 3;
    long imported;

    Workspace opened(@Nullable Path at) {
        folder = at;
        calls.add("open " + at);
        return this;
    }

    static ImportSummary summary(long importId) {
        return new ImportSummary(
                importId,
                List.of(new ImportSummary.FileSummary("kpi.ndjson", "ndjson", 1000)),
                1000,
                900,
                20,
                80,
                Map.of(EntityKind.KPI_REPORT, 850L, EntityKind.TASK, 50L),
                Map.of("latency-range", 15L, "cpu-range", 7L),
                1.5);
    }

    static final RejectedRow REJECT =
            new RejectedRow(
                    new RowOrigin("kpi.ndjson", 7, 1234),
                    "{\"latency_ms\":-1, \"note\":\"a,b\"}",
                    List.of(
                            new RuleViolation(
                                    "latency-range",
                                    RuleSeverity.ERROR,
                                    "latency_ms",
                                    "-1",
                                    "latency_ms is -1"),
                            new RuleViolation(
                                    "malformed-row",
                                    RuleSeverity.WARNING,
                                    "",
                                    null,
                                    "said \"no\"")));

    private void ask(String call) throws IOException {
        calls.add(call);
        if (failure != null) {
            throw failure;
        }
        if (bug != null) {
            throw bug;
        }
    }

    @Override
    public Path folder() {
        return folder == null ? Path.of("temporary") : folder;
    }

    @Override
    public boolean isTemporary() {
        return folder == null;
    }

    @Override
    public ImportSummary importFiles(
            List<Path> files, ImportOptions how, ImportListener listener, JobContext job)
            throws IOException {
        options = how;
        ask("import " + files.size());
        imported++;
        return summary(3);
    }

    @Override
    public FollowStatus follow(
            List<Path> paths, FollowOptions options, FollowListener listener, JobContext job)
            throws IOException {
        ask("follow " + paths.size() + " " + options.profile());
        listener.notice(
                new FollowNotice(FollowNotice.Kind.TRUNCATED, paths.getFirst(), "it was cut"));
        return new FollowStatus(paths, 90, 3, 7, 1, 0, 0, 0, false, false);
    }

    @Override
    public ImportSummary validate(
            List<Path> files, ImportOptions how, RejectListener rejects, JobContext job)
            throws IOException {
        options = how;
        ask("validate " + files.size());
        rejects.rejected(REJECT);
        return summary(0);
    }

    @Override
    public FleetView view(Scope wanted, AnalysisSettings how, JobContext job) {
        scope = wanted;
        settings = how;
        calls.add("view");
        return view;
    }

    @Override
    public long dataVersion() {
        return 1;
    }

    @Override
    public DataQuality quality() {
        return new DataQuality() {
            @Override
            public RuleSettings settings() {
                return rules;
            }

            @Override
            public List<RowFlag> examples(Rule rule, int max) {
                throw new UnsupportedOperationException("no command asks");
            }

            @Override
            public List<GroupFlag> groups(Rule rule) {
                throw new UnsupportedOperationException("no command asks");
            }

            @Override
            public Drift drift(long importId, JobContext job) {
                throw new UnsupportedOperationException("no command asks");
            }

            @Override
            public void settings(RuleSettings next) throws IOException {
                ask("set rules");
                rules = next;
            }
        };
    }

    @Override
    public WorkspaceInfo info() {
        return new WorkspaceInfo(
                folder().toString(),
                "2",
                2_500_000,
                Map.of(EntityKind.KPI_REPORT, imported),
                18,
                2,
                List.of(new WorkspaceInfo.Day("2026-03-04", 850)),
                List.of(
                        new WorkspaceInfo.ImportRecord(
                                3, 1_772_582_400_000_001L, List.of("kpi.ndjson"), 900, 20, 80, 2)));
    }

    @Override
    public String rawRow(RowOrigin origin, JobContext job) {
        return "{}";
    }

    @Override
    public Quarantine quarantine() {
        throw new UnsupportedOperationException("nothing is repaired here");
    }

    @Override
    public Verdicts verdicts() {
        return verdicts;
    }

    @Override
    public TableData query(String sql, int maxRows, JobContext job) throws IOException {
        ask("query " + sql + " " + maxRows);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (long i = 1; i <= Math.min(queryRows, maxRows); i++) {
            rows.add(Arrays.asList(i, null));
        }
        return new TableData(List.of("N", "N"), rows);
    }

    @Override
    public SqlConsole sql() {
        throw new UnsupportedOperationException("commands ask by query");
    }

    @Override
    public List<Path> report(
            Scope of, AnalysisSettings how, ReportOptions what, Path into, JobContext job)
            throws IOException {
        scope = of;
        settings = how;
        report = what;
        ask("report");
        return List.of(into.resolve("report.html"));
    }

    @Override
    public void close() {
        calls.add("close");
    }
}
