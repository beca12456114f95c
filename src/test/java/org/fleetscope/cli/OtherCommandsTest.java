package org.fleetscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OtherCommandsTest {
    @TempDir Path folder;
    private Cli cli;

    @BeforeEach
    void start() {
        cli = new Cli(folder);
    }

    @Test
    void lookingAtAWorkspaceThatIsNotThereMakesNone() {
        String typo = cli.path("mistyped");
        for (String[] args :
                List.of(
                        new String[] {"info", "--workspace", typo},
                        new String[] {"info", "--workspace", typo, "--json"},
                        new String[] {"query", "--workspace", typo, "SELECT 1"})) {
            Cli.Result result = cli.run(args);

            assertThat(result.status()).isEqualTo(ExitStatus.FAILED);
            assertThat(result.out()).isEmpty();
            assertThat(result.err())
                    .contains(typo + " holds no workspace: there is no such folder")
                    .contains("fleetscope import");
        }
        assertThat(Path.of(typo)).doesNotExist();
        assertThat(cli.run("info", "--workspace", cli.folder.toString()).err())
                .contains(cli.folder + " holds no workspace. Check");
    }

    @Test
    void infoAsJson() throws IOException {
        Cli.Result result = cli.run("info", "--workspace", "w", "--json");

        assertThat(result.status()).isZero();
        assertThat(new JsonMapper().readTree(result.out()).toString())
                .isEqualTo(
                        "{\"folder\":\"w\",\"schema_version\":\"2\",\"size_bytes\":2500000,"
                                + "\"rows\":{\"KpiReport\":0,\"Task\":0,\"ExecutionResult\":0,\"Agent\":0,\"SystemHealth\":0},"
                                + "\"quarantined\":18,\"repaired\":2,\"days\":[{\"date\":\"2026-03-04\",\"rows\":850}],"
                                + "\"imports\":[{\"import_id\":3,\"started_at\":\"2026-03-04T00:00:00.000001Z\","
                                + "\"files\":[\"kpi.ndjson\"],\"accepted\":900,\"rejected\":20,\"skipped_existing\":80,\"repaired\":2}]}");
    }

    @Test
    void infoForPeople() {
        assertThat(cli.run("info", "--workspace", "w").out())
                .contains(
                        "Workspace w",
                        "2.5 MB on disk",
                        "2026-03-04  850",
                        "900 accepted, 20 rejected");
    }

    @Test
    void doctorSaysWhatItFoundAndImportsOneRun() throws IOException {
        Cli.Result result = cli.run("doctor", "--workspace", folder.toString(), "--json");

        assertThat(result.status()).isZero();
        JsonNode json = new JsonMapper().readTree(result.out());
        assertThat(json.fieldNames()).toIterable().containsExactly("status", "checks");
        JsonNode store = json.get("checks").get(json.get("checks").size() - 1);
        assertThat(store.fieldNames())
                .toIterable()
                .containsExactly("name", "status", "found", "advice");
        assertThat(store.get("name").asText()).isEqualTo("store");
        assertThat(store.get("status").asText()).isEqualTo("ok");
        assertThat(json.get("checks").findValuesAsText("name"))
                .contains("java", "memory", "temporary folder", "workspace folder", "workspace");
        assertThat(cli.workspace.calls).contains("import 1");
    }

    @Test
    void doctorFailsWhenTheStoreDoes() {
        cli.workspace.failure = new IOException("store is full");

        Cli.Result result = cli.run("doctor");

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.out()).contains("fail  store", "store is full");
    }

    @Test
    void generateMakesAFleetAndNamesItsFiles() throws IOException {
        Cli.Result result =
                cli.run(
                        "generate",
                        "--rows",
                        "50",
                        "--agents",
                        "3",
                        "--seed",
                        "7",
                        "--faults",
                        "none",
                        "--out",
                        cli.path("fleet.ndjson"));

        assertThat(result.status()).isZero();
        assertThat(result.out().lines().findFirst()).contains(cli.path("fleet.ndjson"));
        assertThat(result.out().lines()).allSatisfy(file -> assertThat(Path.of(file)).exists());
        assertThat(Files.readAllLines(folder.resolve("fleet.ndjson"))).hasSize(50);
    }

    @Test
    void generateExplainsWhatItCanNotMake() {
        Cli.Result faults = cli.run("generate", "--faults", "moon", "--out", cli.path("x.ndjson"));
        Cli.Result rows = cli.run("generate", "--rows", "0", "--out", cli.path("x.ndjson"));

        assertThat(faults.status()).isEqualTo(2);
        assertThat(faults.err()).contains("moon", "bad-host");
        assertThat(rows.status()).isEqualTo(2);
        assertThat(rows.err()).contains("rows is 0");
    }
}
