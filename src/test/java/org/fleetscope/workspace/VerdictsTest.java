package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.AssessedFinding;
import org.fleetscope.model.Finding;
import org.fleetscope.model.FindingPattern;
import org.fleetscope.model.FindingPattern.Side;
import org.fleetscope.model.Judgement;
import org.fleetscope.model.Scope;
import org.fleetscope.model.TimeRange;
import org.fleetscope.model.Verdict;
import org.fleetscope.model.VerdictDraft;
import org.fleetscope.model.VerdictEffect;
import org.fleetscope.model.VerdictPreview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Verdicts through a real workspace. Latencies of one agent: nine times 90, nine times 110, 160 and
 * 200. Mean 108, squares 14120, sd √(14120/19) = 27.26; 160 lies 1.9075 of them off and 200 3.3748.
 */
class VerdictsTest {
    private static final AnalysisSettings SIGMA = AnalysisSettings.of(List.of("sigma"));
    private static final UUID AGENT = UUID.fromString("11111111-0000-4000-8000-000000000001");
    private static final FindingPattern LATENCY =
            new FindingPattern(
                    Set.of(AGENT), Set.of("latency_ms"), Set.of("sigma"), TimeRange.ALL, Side.HIGH);

    @TempDir private Path folder;

    private static List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 18; i++) {
            rows.add(row(i, i % 2 == 0 ? "90" : "110"));
        }
        rows.add(row(18, "160"));
        rows.add(row(19, "200"));
        return rows;
    }

    private static String row(int i, String latency) {
        return Rejects.run(i + 1, "2026-03-01T10:%02d:00Z".formatted(i), latency, "0.5");
    }

    private Workspace open() throws IOException {
        return LocalWorkspace.open(folder.resolve("w"));
    }

    private Workspace filled() throws IOException {
        Workspace workspace = open();
        load(workspace, "a.ndjson", rows());
        return workspace;
    }

    private void load(Workspace workspace, String name, List<String> rows) throws IOException {
        Path file = Files.write(folder.resolve(name), rows);
        workspace.importFiles(
                List.of(file), ImportOptions.DEFAULTS, ImportListener.NONE, JobContext.NONE);
    }

    private static FleetView view(Workspace workspace) {
        return workspace.view(Scope.ALL, SIGMA, JobContext.NONE);
    }

    private static List<Double> kept(Workspace workspace) {
        return view(workspace).findings(JobContext.NONE).stream().map(Finding::actual).toList();
    }

    private static Diagnosis diagnosis(Workspace workspace) {
        return view(workspace).diagnosis(20, JobContext.NONE);
    }

    private static Verdict add(Workspace workspace, VerdictDraft draft) throws IOException {
        return workspace.verdicts().add(draft, view(workspace), JobContext.NONE);
    }

    private static VerdictDraft expected(VerdictEffect effect) {
        return new VerdictDraft(Judgement.EXPECTED, "batch night", LATENCY, effect);
    }

    @Test
    void suppressedIsMarkedNotErasedAndComesBack() throws IOException {
        double severity;
        try (Workspace workspace = filled()) {
            assertThat(kept(workspace)).containsExactly(200.0);
            severity = view(workspace).findings(JobContext.NONE).getFirst().severity();
            VerdictDraft draft = expected(VerdictEffect.SUPPRESS);
            VerdictPreview preview = diagnosis(workspace).preview(draft, JobContext.NONE);
            assertThat(preview.covered()).isEqualTo(1);
            assertThat(preview.vanishing()).extracting(Finding::actual).containsExactly(200.0);
            assertThat(preview.appearing()).isEmpty();
            assertThat(List.of(preview.incidentsBefore(), preview.incidentsAfter()))
                    .containsExactly(1, 0);
            assertThat(kept(workspace)).containsExactly(200.0);

            FleetView before = view(workspace);
            long version = workspace.dataVersion();
            Verdict verdict = add(workspace, draft);
            assertThat(verdict.id()).isEqualTo(1);
            assertThat(verdict.findings()).isEqualTo(1);
            assertThat(workspace.dataVersion()).isGreaterThan(version);
            assertThat(kept(workspace)).isEmpty();
            // A view that was made before stays as it is.
            assertThat(before.findings(JobContext.NONE)).hasSize(1);
        }
        try (Workspace workspace = open()) {
            assertThat(kept(workspace)).isEmpty();
            AssessedFinding marked = diagnosis(workspace).findings().getFirst();
            assertThat(marked.suppressed()).isTrue();
            assertThat(marked.finding().severity()).isEqualTo(severity);
            assertThat(marked.incident()).isNull();
            Verdict verdict = workspace.verdicts().all().getFirst();
            assertThat(marked.verdict()).isEqualTo(verdict);
            assertThat(verdict.draft()).isEqualTo(expected(VerdictEffect.SUPPRESS));
            assertThat(verdict.evidence().getFirst().severity()).isEqualTo(severity);
            assertThat(verdict.evidence().getFirst().origin().line()).isEqualTo(20);
            assertThat(verdict.settings()).contains("\"sigma.k\":2.0");

            assertThat(diagnosis(workspace).previewRemoval(1, JobContext.NONE).appearing())
                    .extracting(Finding::actual)
                    .containsExactly(200.0);
            workspace.verdicts().remove(1);
            assertThat(kept(workspace)).containsExactly(200.0);
            assertThatThrownBy(() -> workspace.verdicts().remove(1))
                    .isInstanceOf(IllegalArgumentException.class);
            workspace.verdicts().restore(1);
            assertThat(kept(workspace)).isEmpty();
            assertThatThrownBy(() -> workspace.verdicts().restore(1))
                    .isInstanceOf(IllegalArgumentException.class);
            workspace.verdicts().remove(1);
        }
        try (Workspace workspace = open()) {
            assertThat(workspace.verdicts().all().getFirst().holds()).isFalse();
            assertThat(kept(workspace)).containsExactly(200.0);
        }
    }

    @Test
    void aHigherThresholdSuppressesALowerOneAdds() throws IOException {
        try (Workspace workspace = filled()) {
            Finding given = view(workspace).findings(JobContext.NONE).getFirst();
            VerdictDraft high = expected(new VerdictEffect.Retune("sigma.k", 3.5));
            VerdictDraft low = expected(new VerdictEffect.Retune("sigma.k", 1.9));
            assertThat(diagnosis(workspace).preview(high, JobContext.NONE).vanishing())
                    .containsExactly(given);
            assertThat(diagnosis(workspace).preview(low, JobContext.NONE).appearing())
                    .extracting(Finding::actual)
                    .containsExactly(160.0);

            add(workspace, high);
            assertThat(kept(workspace)).isEmpty();
            add(workspace, low);
            List<AssessedFinding> findings = diagnosis(workspace).findings();
            assertThat(findings.getFirst().finding()).isEqualTo(given);
            assertThat(findings.getFirst().added()).isFalse();
            AssessedFinding added = findings.get(1);
            assertThat(added.added()).isTrue();
            assertThat(added.finding().threshold()).isEqualTo(1.9);
            // Two-sided p of 1.9075 standard deviations is 0.05645.
            assertThat(added.finding().severity())
                    .isCloseTo(-10 * Math.log10(0.05645), within(0.01));
            assertThat(kept(workspace)).containsExactly(200.0, 160.0);
        }
    }

    @Test
    void theLatestVerdictThatCoversCounts() throws IOException {
        try (Workspace workspace = filled()) {
            Finding given = view(workspace).findings(JobContext.NONE).getFirst();
            add(workspace, expected(VerdictEffect.SUPPRESS));
            add(
                    workspace,
                    new VerdictDraft(
                            Judgement.CONFIRMED,
                            "disk full",
                            FindingPattern.of(given),
                            VerdictEffect.NONE));
            assertThat(kept(workspace)).containsExactly(200.0);
            Diagnosis diagnosis = diagnosis(workspace);
            assertThat(diagnosis.verdict(diagnosis.incidents().getFirst()))
                    .hasValueSatisfying(verdict ->
                            assertThat(verdict.draft().judgement()).isEqualTo(Judgement.CONFIRMED));
            FindingPattern low =
                    new FindingPattern(Set.of(), Set.of(), Set.of(), TimeRange.ALL, Side.LOW);
            add(workspace, new VerdictDraft(Judgement.EXPECTED, "", low, VerdictEffect.SUPPRESS));
            assertThat(kept(workspace)).containsExactly(200.0);
        }
    }

    @Test
    void whatWasJudgedStaysAsItWasWhenTheDataGoesOn() throws IOException {
        try (Workspace workspace = filled()) {
            Finding then = view(workspace).findings(JobContext.NONE).getFirst();
            add(
                    workspace,
                    new VerdictDraft(
                            Judgement.UNCLEAR, "", FindingPattern.of(then), VerdictEffect.NONE));
            load(workspace, "b.ndjson", List.of(row(30, "250"), row(31, "110")));
            Finding now =
                    view(workspace).findings(JobContext.NONE).stream()
                            .filter(f -> f.taskId().equals(then.taskId()))
                            .findFirst()
                            .orElseThrow();
            assertThat(now.severity()).isLessThan(then.severity());
            assertThat(workspace.verdicts().all().getFirst().evidence())
                    .containsExactly(Verdict.Evidence.of(then));
            assertThat(
                            workspace
                                    .query(
                                            "SELECT judgement, severity FROM kpi.verdicts JOIN"
                                                    + " kpi.verdict_findings USING (verdict_id)",
                                            10,
                                            JobContext.NONE)
                                    .rows())
                    .containsExactly(List.of("unclear", then.severity()));
        }
    }

    @Test
    void onlyWhatCanBeDoneIsTaken() throws IOException {
        assertThatThrownBy(() ->
                        new VerdictDraft(Judgement.CONFIRMED, "", LATENCY, VerdictEffect.SUPPRESS))
                .hasMessageContaining("only the verdict \"expected\" can suppress");
        assertThatThrownBy(() -> new VerdictEffect.Retune("sigma.k", 0))
                .hasMessageContaining("positive");
        try (Workspace workspace = filled()) {
            VerdictDraft wrong = expected(new VerdictEffect.Retune("peer.k", 4));
            assertThatThrownBy(() -> add(workspace, wrong)).hasMessageContaining("it has sigma.k");
            assertThatThrownBy(() -> diagnosis(workspace).preview(wrong, JobContext.NONE))
                    .hasMessageContaining("it has sigma.k");
            assertThat(workspace.verdicts().all()).isEmpty();
        }
    }

    /** Gives a verdict, says so, and waits to be killed. */
    public static void main(String[] args) throws Exception {
        try (Workspace workspace = LocalWorkspace.open(Path.of(args[0]))) {
            add(workspace, expected(VerdictEffect.SUPPRESS));
            System.out.println("there");
            new Semaphore(0).acquireUninterruptibly();
        }
    }

    @Test
    void aVerdictThatWasGivenSurvivesAKill() throws Exception {
        filled().close();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process =
                new ProcessBuilder(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                VerdictsTest.class.getName(),
                                folder.resolve("w").toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo("there");
        } finally {
            process.destroyForcibly().onExit().join();
        }
        try (Workspace workspace = open()) {
            assertThat(workspace.verdicts().all()).hasSize(1);
            assertThat(workspace.verdicts().all().getFirst().evidence()).hasSize(1);
            assertThat(kept(workspace)).isEmpty();
        }
    }
}
