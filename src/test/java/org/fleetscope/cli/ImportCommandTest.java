package org.fleetscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.fleetscope.model.Profile;
import org.fleetscope.workspace.ImportOptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImportCommandTest {
    @TempDir Path folder;
    private Cli cli;

    @BeforeEach
    void start() {
        cli = new Cli(folder);
    }

    @Test
    void jsonHasExactlyTheContractsKeys() throws IOException {
        Cli.Result result = cli.run("import", cli.kpi, "--workspace", cli.path("ws"), "--json");

        assertThat(result.status()).isZero();
        assertThat(result.err()).isEmpty();
        JsonNode json = new JsonMapper().readTree(result.out());
        assertThat(json.fieldNames())
                .toIterable()
                .containsExactly(
                        "import_id",
                        "files",
                        "rows_read",
                        "accepted",
                        "rejected",
                        "skipped_existing",
                        "entities",
                        "rules",
                        "seconds");
        assertThat(json.get("import_id").asLong()).isEqualTo(3);
        assertThat(json.get("files").toString())
                .isEqualTo("[{\"path\":\"kpi.ndjson\",\"format\":\"ndjson\",\"rows_read\":1000}]");
        assertThat(json.get("rows_read").asLong()).isEqualTo(1000);
        assertThat(json.get("accepted").asLong()).isEqualTo(900);
        assertThat(json.get("rejected").asLong()).isEqualTo(20);
        assertThat(json.get("skipped_existing").asLong()).isEqualTo(80);
        assertThat(json.get("entities").toString())
                .isEqualTo(
                        "{\"KpiReport\":850,\"Task\":50,\"ExecutionResult\":0,\"Agent\":0,\"SystemHealth\":0}");
        assertThat(json.get("rules").toString())
                .isEqualTo("{\"cpu-range\":7,\"latency-range\":15}");
        assertThat(json.get("seconds").asDouble()).isEqualTo(1.5);
    }

    @Test
    void peopleGetTheSumOfTheRows() {
        Cli.Result result = cli.run("import", cli.kpi, "--workspace", cli.path("ws"));

        assertThat(result.out().lines())
                .containsExactly(
                        "Imported 1 file in 1.5 s as import 3",
                        "  kpi.ndjson  1,000  rows  ndjson",
                        "",
                        "  accepted         900  KpiReport 850, Task 50",
                        "+ rejected          20",
                        "+ already there     80",
                        "= rows read      1,000",
                        "",
                        "Rows that broke a rule",
                        "  cpu-range       7",
                        "  latency-range  15");
        assertThat(cli.workspace.calls)
                .containsExactly("open " + cli.path("ws"), "import 1", "close");
    }

    @Test
    void withoutAWorkspaceItSaysThatNothingIsKept() {
        Cli.Result result = cli.run("import", cli.kpi, "--json");

        assertThat(result.err()).contains("--workspace DIR");
        assertThat(cli.workspace.calls).startsWith("open null");
    }

    @Test
    void settingsReachTheImport() {
        cli.run("import", cli.kpi, "--profile", "LIVE", "--mapping", "m.json");

        assertThat(cli.workspace.options)
                .isEqualTo(new ImportOptions(Profile.LIVE, Path.of("m.json")));
    }

    @Test
    void aBrokenToleranceGivesStatusOneAndTheOutputAllTheSame() {
        Cli.Result result = cli.run("import", cli.kpi, "--max-rejected", "19", "--json");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).startsWith("{").endsWith("}\n");
        assertThat(result.err())
                .contains("20 of 1,000 rows were rejected, more than the 19 allowed.");
        assertThat(cli.run("import", cli.kpi, "--max-rejected", "2%").status()).isZero();
        assertThat(cli.run("import", cli.kpi, "--max-rejected", "1.9%").status()).isEqualTo(1);
    }

    @Test
    void aMissingFileIsNamedBeforeAnythingIsOpened() {
        Cli.Result result = cli.run("import", cli.path("gone.csv"));

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .isEqualTo(
                        "fleetscope: "
                                + cli.path("gone.csv")
                                + " does not exist: check the path."
                                + System.lineSeparator());
        assertThat(cli.workspace.calls).isEmpty();
    }

    @Test
    void aFailedImportIsOneSentenceAndClosesTheWorkspace() {
        cli.workspace.failure =
                new IOException("kpi.ndjson: not UTF-8 at byte 7.\nSave it as UTF-8.");

        Cli.Result result = cli.run("import", cli.kpi);

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err().lines())
                .containsExactly("fleetscope: kpi.ndjson: not UTF-8 at byte 7. Save it as UTF-8.");
        assertThat(cli.workspace.calls).endsWith("close");
    }

    @Test
    void aStackTraceComesOnlyWithDebug() {
        cli.workspace.bug = new IllegalStateException("two heads");

        Cli.Result plain = cli.run("import", cli.kpi);
        Cli.Result debug = cli.run("import", cli.kpi, "--debug");

        assertThat(plain.status()).isEqualTo(3);
        assertThat(plain.err()).contains("two heads", "--debug").doesNotContain("\tat ");
        assertThat(debug.err()).contains("\tat org.fleetscope");
        assertThat(cli.run("--debug", "import", cli.kpi).err()).contains("\tat org.fleetscope");
    }

    @Test
    void cancellingEndsAsShellsCountIt() {
        cli.workspace.bug = new CancellationException("cancelled");

        Cli.Result result = cli.run("import", cli.kpi);

        assertThat(result.status()).isEqualTo(130);
        assertThat(result.err().lines())
                .containsExactly("fleetscope: Cancelled: nothing was stored or written.");
        assertThat(cli.workspace.calls).endsWith("close");
    }
}
