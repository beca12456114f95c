package org.fleetscope.ui.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.fleetscope.job.SameThreadRunner;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.ManualRunner;
import org.fleetscope.workspace.FieldDraft;
import org.fleetscope.workspace.ForeignPreviews;
import org.fleetscope.workspace.ImportOptions;
import org.fleetscope.workspace.MappedSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The import preview without a toolkit. */
class PreviewViewModelTest {
    private static final Path RUNS = Path.of("src/test/resources/foreign/ci-runs.csv");

    @TempDir Path folder;

    private final List<ImportOptions> imported = new ArrayList<>();
    private int importedAsTheyAre;

    private PreviewViewModel model() {
        return model(new SameThreadRunner());
    }

    private PreviewViewModel model(org.fleetscope.job.JobRunner runner) {
        return new PreviewViewModel(
                new ForeignPreviews(
                        folder.resolve("mappings"),
                        InstantSource.fixed(Instant.parse("2026-04-01T00:00:00Z"))),
                runner,
                () -> null,
                (files, options) -> imported.add(options));
    }

    private void look(PreviewViewModel model, Path file) {
        model.look(List.of(file), () -> importedAsTheyAre++);
    }

    private static FieldDraft field(PreviewViewModel model, String name) {
        return Objects.requireNonNull(model.draft().get()).fields().stream()
                .filter(draft -> draft.field().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static MappedSample sample(PreviewViewModel model) {
        return model.sample().get().latest().orElseThrow();
    }

    @Test
    void aForeignFileIsShownWithAProposalAndItsFirstRows() {
        PreviewViewModel model = model();
        look(model, RUNS);

        assertThat(model.open().get()).isTrue();
        assertThat(importedAsTheyAre).isZero();
        assertThat(model.source().get()).startsWith("Proposed");
        assertThat(field(model, "latency_ms").column()).isEqualTo("elapsed");
        assertThat(field(model, "latency_ms").conversion()).isEqualTo("s->ms");
        assertThat(model.values(field(model, "latency_ms"))).isEqualTo("1.331, 1.386, 1.702");
        assertThat(model.values(field(model, "accuracy"))).isEqualTo("Status: failed → 0, ok → 1");
        // One CPU of 130 % and one negative duration among 60 rows.
        assertThat(sample(model).accepted()).isEqualTo(58);
        assertThat(sample(model).rejected()).isEqualTo(2);
        assertThat(sample(model).rules()).containsOnlyKeys("cpu-range", "latency-range");
        assertThat(model.broken(field(model, "cpu_usage"))).isEqualTo("cpu-range");
        assertThat(sample(model).rows().getFirst().cells())
                .startsWith(
                        "job-1000", "planner", "2026-03-02T08:03:05.000000Z", "1331", "1", "0.73");
    }

    @Test
    void entitiesAndUnreadableFilesAreImportedAsTheyAre() throws IOException {
        PreviewViewModel model = model();
        look(
                model,
                Files.writeString(
                        folder.resolve("kpi.csv"),
                        "task_id,agent_id,latency_ms,recorded_at\na,b,1,2026-03-02T08:00:00Z\n"));
        look(model, folder.resolve("missing.csv"));
        look(model, Path.of("src/test/resources/traces/otlp.json"));

        assertThat(importedAsTheyAre).isEqualTo(3);
        assertThat(model.open().get()).isFalse();
    }

    @Test
    void aFolderIsForeignWhenAllOfItIs() throws IOException {
        PreviewViewModel model = model();
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.copy(RUNS, data.resolve("a.csv"));
        look(model, data);
        assertThat(model.open().get()).isTrue();
        model.close();
        look(model, Path.of("sample-data"));
        assertThat(model.open().get()).isFalse();
        Files.copy(Path.of("src/test/resources/traces/otlp.json"), data.resolve("spans.json"));
        look(model, data);

        assertThat(importedAsTheyAre).isEqualTo(2);
        assertThat(model.open().get()).isFalse();
    }

    @Test
    void aChangeIsCheckedAgain() {
        PreviewViewModel model = model();
        look(model, RUNS);
        model.edit(field(model, "cpu_usage").withConversion("permille->fraction"));

        assertThat(sample(model).rules()).containsOnlyKeys("latency-range");
        assertThat(sample(model).rows().getFirst().cells().get(5)).isEqualTo("0.073");
        model.choose(field(model, "cpu_usage"), new SourceChoice(FieldDraft.Kind.ABSENT, ""));
        assertThat(sample(model).rows().getFirst().cells().get(5)).isEmpty();
        model.choose(field(model, "accuracy"), new SourceChoice(FieldDraft.Kind.CONSTANT, ""));
        model.edit(field(model, "accuracy").withConstant("0.5"));
        assertThat(sample(model).rows().getFirst().cells().get(4)).isEqualTo("0.5");
        model.choose(field(model, "accuracy"), new SourceChoice(FieldDraft.Kind.COMPUTED, ""));
        assertThat(sample(model).rows().getFirst().cells().get(4)).isEqualTo("1");
    }

    @Test
    void theLatestChangeWins() {
        ManualRunner runner = new ManualRunner();
        PreviewViewModel model = model(runner);
        look(model, RUNS);
        runner.finishOldest();
        runner.finishOldest();
        runner.finishOldest();
        model.edit(field(model, "latency_ms").withConversion("min->ms"));
        model.edit(field(model, "latency_ms").withConversion("h->ms"));
        assertThat(model.sample().get()).isInstanceOf(Load.Loading.class);
        runner.finishNewest();
        runner.finishOldest();

        // 1.331 h are 4 791 600 ms, which is over the limit.
        assertThat(sample(model).rows().getFirst().cells().get(3)).isEqualTo("4791600");
        assertThat(sample(model).rejected()).isEqualTo(60);
    }

    @Test
    void aMappingThatCantBeUsedSaysWhy() {
        PreviewViewModel model = model();
        look(model, RUNS);
        model.times("Mars", "");

        assertThat(model.sample().get())
                .isInstanceOfSatisfying(
                        Load.Failed.class,
                        failed -> assertThat(failed.message()).contains("$.times.zone"));
    }

    @Test
    void aSavedMappingIsFoundAgainByTheColumns() {
        PreviewViewModel first = model();
        look(first, RUNS);
        first.rename("CI");
        first.edit(field(first, "latency_ms").withConversion(""));
        first.save(false);
        assertThat(first.message().get()).isEqualTo("Saved as CI.json");
        first.close();

        PreviewViewModel again = model();
        look(again, RUNS);
        // A known mapping needs no person.
        assertThat(importedAsTheyAre).isEqualTo(1);
        again.show(List.of(RUNS), RUNS);
        assertThat(again.source().get()).isEqualTo("Saved mapping \"CI\"");
        assertThat(field(again, "latency_ms").conversion()).isEmpty();
        assertThat(again.mappings()).startsWith("CI").contains("Langfuse observations");
    }

    @Test
    void importsWithTheMappingAsItStands() {
        PreviewViewModel model = model();
        look(model, RUNS);
        model.edit(field(model, "latency_ms").withConversion("min->ms"));
        model.importNow();

        assertThat(model.open().get()).isFalse();
        assertThat(imported).hasSize(1);
        assertThat(imported.getFirst().mappingJson()).contains("min->ms");
    }

    @Test
    void readsWithAnotherDelimiter() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("d.csv"),
                        "Job;Agent;Time;Took\n1;a,b;2026-03-02 08:00:00;2.5\n2;a,c;2026-03-02 08:00:01;3.5\n");
        PreviewViewModel model = model();
        model.show(List.of(file), file);
        model.delimitedBy(",");
        assertThat(model.preview().get().latest().orElseThrow().values()).doesNotContainKey("Took");
        model.delimitedBy(";");
        assertThat(model.preview().get().latest().orElseThrow().values())
                .containsOnlyKeys("Job", "Agent", "Time", "Took");

        model.importNow();
        assertThat(imported.getFirst().read().csv().delimiter()).isEqualTo(";");
    }

    @Test
    void readsAsAnotherEncoding() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(
                file,
                "Job,Agent,Zeit,Dauer\n1,J\u00fcrgen,2026-03-02 08:00:00,2.5\n"
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        PreviewViewModel model = model();
        model.show(List.of(file), file);
        model.readAs(null, java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThat(sample(model).rows().getFirst().cells())
                .startsWith("1", "J\u00fcrgen", "2026-03-02T08:00:00.000000Z", "2500");
        model.importNow();
        assertThat(imported.getFirst().read().charset())
                .isEqualTo(java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
