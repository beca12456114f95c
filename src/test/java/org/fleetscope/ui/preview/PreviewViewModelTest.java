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
import java.util.Set;
import org.fleetscope.job.SameThreadRunner;
import org.fleetscope.model.CsvOptions;
import org.fleetscope.model.ReadOptions;
import org.fleetscope.ui.support.Load;
import org.fleetscope.ui.support.ManualRunner;
import org.fleetscope.workspace.FieldDraft;
import org.fleetscope.workspace.FileChoice;
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
        return Objects.requireNonNull(model.mapping().draft().get()).fields().stream()
                .filter(draft -> draft.field().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private FileChoice choice(Path file) {
        return Objects.requireNonNull(imported.getLast().files().get(file.toAbsolutePath()));
    }

    private static Set<String> columns(PreviewViewModel model) {
        return model.preview().get().latest().orElseThrow().values().keySet();
    }

    private static MappedSample sample(PreviewViewModel model) {
        return model.mapping().sample().get().latest().orElseThrow();
    }

    @Test
    void aForeignFileIsShownWithAProposalAndItsFirstRows() {
        PreviewViewModel model = model();
        look(model, RUNS);

        assertThat(model.open().get()).isTrue();
        assertThat(importedAsTheyAre).isZero();
        assertThat(model.mapping().source().get()).startsWith("Proposed");
        assertThat(field(model, "latency_ms").column()).isEqualTo("elapsed");
        assertThat(field(model, "latency_ms").conversion()).isEqualTo("s->ms");
        assertThat(model.mapping().values(field(model, "latency_ms")))
                .isEqualTo("1.331, 1.386, 1.702");
        assertThat(model.mapping().values(field(model, "accuracy")))
                .isEqualTo("Status: failed → 0, ok → 1");
        // One CPU of 130 % and one negative duration among 60 rows.
        assertThat(sample(model).accepted()).isEqualTo(58);
        assertThat(sample(model).rejected()).isEqualTo(2);
        assertThat(sample(model).rules()).containsOnlyKeys("cpu-range", "latency-range");
        assertThat(model.mapping().broken(field(model, "cpu_usage"))).isEqualTo("cpu-range");
        assertThat(sample(model).rows().getFirst().cells())
                .startsWith(
                        "job-1000", "planner", "2026-03-02T08:03:05.000000Z", "1331", "1", "0.73");
    }

    @Test
    void whatIsImportedDirectlyTakesThePlaceOfThePreview() throws IOException {
        PreviewViewModel model = model();
        look(model, RUNS);
        look(
                model,
                Files.writeString(
                        folder.resolve("kpi.csv"),
                        "task_id,agent_id,latency_ms,recorded_at\na,b,1,2026-03-02T08:00:00Z\n"));
        assertThat(importedAsTheyAre).isEqualTo(1);
        assertThat(model.open().get()).isFalse();

        look(model, RUNS);
        assertThat(model.open().get()).isTrue();
        look(model, folder.resolve("missing.csv"));
        assertThat(importedAsTheyAre).isEqualTo(2);
        assertThat(model.open().get()).isFalse();
    }

    @Test
    void filesThatCantBeReadAreLookedAtAgainAndNothingElseIsLeft() throws IOException {
        PreviewViewModel model = model();
        look(model, RUNS);
        Path late = folder.resolve("late.csv");
        model.show(List.of(late));
        assertThat(model.preview().get()).isInstanceOf(Load.Failed.class);
        assertThat(model.mapping().draft().get()).isNull();
        assertThat(model.bundle().entries()).isEmpty();
        model.importNow();
        assertThat(imported).isEmpty();

        Files.copy(RUNS, late);
        model.retry();
        assertThat(model.preview().get()).isInstanceOf(Load.Ready.class);
        assertThat(columns(model)).contains("elapsed");
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
        model.mapping().edit(field(model, "cpu_usage").withConversion("permille->fraction"));

        assertThat(sample(model).rules()).containsOnlyKeys("latency-range");
        assertThat(sample(model).rows().getFirst().cells().get(5)).isEqualTo("0.073");
        model.mapping()
                .choose(field(model, "cpu_usage"), new SourceChoice(FieldDraft.Kind.ABSENT, ""));
        assertThat(sample(model).rows().getFirst().cells().get(5)).isEmpty();
        model.mapping()
                .choose(field(model, "accuracy"), new SourceChoice(FieldDraft.Kind.CONSTANT, ""));
        model.mapping().edit(field(model, "accuracy").withConstant("0.5"));
        assertThat(sample(model).rows().getFirst().cells().get(4)).isEqualTo("0.5");
        model.mapping()
                .choose(field(model, "accuracy"), new SourceChoice(FieldDraft.Kind.COMPUTED, ""));
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
        model.mapping().edit(field(model, "latency_ms").withConversion("min->ms"));
        model.mapping().edit(field(model, "latency_ms").withConversion("h->ms"));
        assertThat(model.mapping().sample().get()).isInstanceOf(Load.Loading.class);
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
        model.mapping().times("Mars", "");

        assertThat(model.mapping().sample().get())
                .isInstanceOfSatisfying(
                        Load.Failed.class,
                        failed -> assertThat(failed.message()).contains("$.times.zone"));
    }

    @Test
    void aSavedMappingIsFoundAgainByTheColumns() {
        PreviewViewModel first = model();
        look(first, RUNS);
        first.mapping().rename("CI");
        first.mapping().edit(field(first, "latency_ms").withConversion(""));
        first.mapping().save(false);
        assertThat(first.mapping().message().get()).isEqualTo("Saved as CI.json");
        first.close();

        PreviewViewModel again = model();
        look(again, RUNS);
        // A known mapping needs no person.
        assertThat(importedAsTheyAre).isEqualTo(1);
        again.show(List.of(RUNS));
        assertThat(again.mapping().source().get()).isEqualTo("Saved mapping \"CI\"");
        assertThat(field(again, "latency_ms").conversion()).isEmpty();
        assertThat(again.mapping().mappings()).startsWith("CI").contains("Langfuse observations");
    }

    @Test
    void importsWithTheMappingAsItStands() {
        PreviewViewModel model = model();
        look(model, RUNS);
        model.mapping().edit(field(model, "latency_ms").withConversion("min->ms"));
        model.importNow();

        assertThat(model.open().get()).isFalse();
        assertThat(imported).hasSize(1);
        assertThat(choice(RUNS).mappingJson()).contains("min->ms");
    }

    @Test
    void readsWithAnotherDelimiter() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("d.csv"),
                        "Job;Agent;Time;Took\n1;a,b;2026-03-02 08:00:00;2.5\n2;a,c;2026-03-02 08:00:01;3.5\n");
        PreviewViewModel model = model();
        model.show(List.of(file));
        model.reading().delimitedBy(",");
        assertThat(model.preview().get().latest().orElseThrow().values()).doesNotContainKey("Took");
        model.reading().delimitedBy(";");
        assertThat(model.preview().get().latest().orElseThrow().values())
                .containsOnlyKeys("Job", "Agent", "Time", "Took");

        model.importNow();
        assertThat(choice(file).read().csv().delimiter()).isEqualTo(";");
    }

    @Test
    void readsAsAnotherEncoding() throws IOException {
        Path file = folder.resolve("latin.csv");
        Files.write(
                file,
                "Job,Agent,Zeit,Dauer\n1,J\u00fcrgen,2026-03-02 08:00:00,2.5\n"
                        .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
        PreviewViewModel model = model();
        model.show(List.of(file));
        // Text that is no UTF-8 is shown as what it most likely is.
        assertThat(model.reading().now().charset())
                .isEqualTo(java.nio.charset.Charset.forName("windows-1252"));
        model.reading().as(null, java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThat(sample(model).rows().getFirst().cells())
                .startsWith("1", "J\u00fcrgen", "2026-03-02T08:00:00.000000Z", "2500");
        model.importNow();
        assertThat(choice(file).read().charset())
                .isEqualTo(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private Path dialects() throws IOException {
        return Files.writeString(
                folder.resolve("odd.csv"),
                "made by hand\n'Job','Agent','Time','Took'\n'1','it\\'s','2026-03-02 08:00:00','2.5'\n"
                        + "'2','b','2026-03-02 08:00:01','3.5'\n");
    }

    @Test
    void readsWithAnotherQuoteAndEscape() throws IOException {
        PreviewViewModel model = model();
        Path file = dialects();
        model.show(List.of(file));
        model.reading().delimitedBy(",");
        model.reading().header(true);
        model.reading().skipLines(1);
        model.reading().quotedBy("");
        assertThat(columns(model)).containsExactly("'Job'", "'Agent'", "'Time'", "'Took'");
        model.reading().quotedBy("'");
        model.reading().escapedBy("\\");
        assertThat(columns(model)).containsExactly("Job", "Agent", "Time", "Took");
        assertThat(model.preview().get().latest().orElseThrow().values().get("Agent"))
                .containsExactly("it's", "b");

        model.importNow();
        assertThat(choice(file).read().csv()).isEqualTo(new CsvOptions(",", "'", "\\", true, 1));
    }

    @Test
    void quotesWrittenTwiceGoAlongWithTheQuote() throws IOException {
        PreviewViewModel model = model();
        model.show(List.of(dialects()));
        model.reading().escapedTwice();
        assertThat(model.reading().now().csv().escape()).isEqualTo("'");
        assertThat(model.reading().isTwice()).isTrue();
        model.reading().quotedBy("\"");
        assertThat(model.reading().now().csv())
                .isEqualTo(new CsvOptions(null, "\"", "\"", null, 0));
        model.reading().quotedBy(null);
        assertThat(model.reading().now().csv()).isEqualTo(CsvOptions.DETECT);
    }

    @Test
    void readsWithoutHeaderAndFromALaterLine() throws IOException {
        PreviewViewModel model = model();
        Path file =
                Files.writeString(
                        folder.resolve("plain.csv"),
                        "x;y\nz;w\n1;2026-03-02 08:00:00\n2;2026-03-02 08:00:01\n3;2026-03-02 08:00:02\n");
        model.show(List.of(file));
        model.reading().header(false);
        assertThat(columns(model)).containsExactly("column_1", "column_2");
        model.reading().header(true);
        assertThat(columns(model)).containsExactly("x", "y");
        model.reading().skipLines(1);
        assertThat(columns(model)).containsExactly("z", "w");
        model.reading().skipLines(0);
        model.reading().header(null);

        assertThat(model.reading().now()).isEqualTo(ReadOptions.DEFAULTS);
    }

    /**
     * Two tables of the same columns, one of others, one that needs nothing, one that is no data.
     */
    private Path bundle() throws IOException {
        Path data = Files.createDirectories(folder.resolve("data"));
        Files.copy(RUNS, data.resolve("a.csv"));
        Files.copy(RUNS, data.resolve("b.csv"));
        Files.writeString(
                data.resolve("c.csv"), "Job,Agent,Time,Took\nx,y,2026-03-02 08:00:00,7\n");
        Files.writeString(data.resolve("notes.txt"), "nothing to see\n");
        return data;
    }

    private static FileEntry entry(PreviewViewModel model, String name) {
        return model.bundle().entries().stream()
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void filesOfABundleHaveTheirOwnMappings() throws IOException {
        PreviewViewModel model = model();
        Path data = bundle();
        look(model, data);
        assertThat(model.bundle().entries())
                .extracting(FileEntry::name)
                .containsExactly("a.csv", "b.csv", "c.csv", "notes.txt");
        assertThat(model.bundle().entries())
                .extracting(FileEntry::state)
                .containsExactly(
                        "csv \u00b7 proposed mapping",
                        "csv \u00b7 proposed mapping",
                        "csv \u00b7 proposed mapping",
                        "no data");
        assertThat(model.bundle().alike()).isEqualTo(2);
        model.mapping().edit(field(model, "latency_ms").withConversion("min->ms"));
        model.show(entry(model, "c.csv").file());
        assertThat(columns(model)).containsExactly("Job", "Agent", "Time", "Took");
        assertThat(model.bundle().alike()).isEqualTo(1);
        model.mapping().edit(field(model, "latency_ms").withConversion("h->ms"));
        model.show(entry(model, "b.csv").file());
        // What was said of a.csv counts for its like.
        assertThat(field(model, "latency_ms").conversion()).isEqualTo("min->ms");
        assertThat(entry(model, "b.csv").state()).isEqualTo("csv \u00b7 your mapping");
        model.importNow();

        assertThat(choice(data.resolve("a.csv")).mappingJson()).contains("min->ms");
        assertThat(choice(data.resolve("b.csv")).mappingJson()).contains("min->ms");
        assertThat(choice(data.resolve("c.csv")).mappingJson()).contains("h->ms");
        assertThat(choice(data.resolve("notes.txt")).leftOut()).isTrue();
    }

    @Test
    void aFileCanBeLeftOut() throws IOException {
        PreviewViewModel model = model();
        Path data = bundle();
        look(model, data);
        model.bundle().include(entry(model, "c.csv").file(), false);
        assertThat(model.bundle().includedFiles()).isEqualTo(2);
        model.importNow();
        assertThat(choice(data.resolve("c.csv")).leftOut()).isTrue();
        assertThat(choice(data.resolve("a.csv")).leftOut()).isFalse();
    }

    @Test
    void ofAForeignFileBesideDataOnlyWhatIsMappedComes() throws IOException {
        PreviewViewModel model = model();
        Path data = bundle();
        Files.copy(Path.of("src/test/resources/traces/otlp.json"), data.resolve("spans.json"));
        model.show(List.of(data));
        assertThat(model.bundle().includedFiles()).isEqualTo(1);
        assertThat(entry(model, "a.csv").state()).isEqualTo("csv \u00b7 needs a mapping");
        assertThat(entry(model, "spans.json").state()).startsWith("otlp \u00b7 mapped by ");
        model.show(entry(model, "c.csv").file());
        model.mapping().edit(field(model, "latency_ms").withConversion("h->ms"));
        assertThat(model.bundle().includedFiles()).isEqualTo(2);
        model.importNow();

        assertThat(choice(data.resolve("a.csv")).leftOut()).isTrue();
        assertThat(choice(data.resolve("c.csv")).leftOut()).isFalse();
        // The import finds by itself what maps it.
        assertThat(imported.getLast().files())
                .doesNotContainKey(data.resolve("spans.json").toAbsolutePath());
    }
}
