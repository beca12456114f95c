package org.fleetscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ValidateCommandTest {
    @TempDir Path folder;
    private Cli cli;

    @BeforeEach
    void start() {
        cli = new Cli(folder);
    }

    @Test
    void rejectsFileHasALineForEachRowAndRule() throws IOException {
        Cli.Result result = cli.run("validate", cli.kpi, "--rejects", cli.path("rejects.csv"));

        assertThat(result.status()).isZero();
        assertThat(cli.read("rejects.csv"))
                .isEqualTo(
                        """
                        file,line,byte_offset,rule,severity,field,value,message,raw\r
                        kpi.ndjson,7,1234,latency-range,error,latency_ms,-1,latency_ms is -1,"{""latency_ms"":-1, ""note"":""a,b""}"\r
                        kpi.ndjson,7,1234,malformed-row,warning,,,"said ""no""\","{""latency_ms"":-1, ""note"":""a,b""}"\r
                        """);
    }

    @Test
    void rejectsAsNdjsonHaveNullForMissing() throws IOException {
        cli.run("validate", cli.kpi, "--rejects", cli.path("rejects.ndjson"));

        assertThat(cli.read("rejects.ndjson").lines().skip(1))
                .containsExactly(
                        "{\"file\":\"kpi.ndjson\",\"line\":7,\"byte_offset\":1234,\"rule\":\"malformed-row\","
                                + "\"severity\":\"warning\",\"field\":null,\"value\":null,\"message\":\"said \\\"no\\\"\","
                                + "\"raw\":\"{\\\"latency_ms\\\":-1, \\\"note\\\":\\\"a,b\\\"}\"}");
    }

    @Test
    void nothingIsImported() {
        Cli.Result result = cli.run("validate", cli.kpi, "--json", "--max-rejected", "0");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out()).contains("\"import_id\" : 0");
        assertThat(cli.workspace.calls).containsExactly("open null", "validate 1", "close");
    }

    @Test
    void aFailureLeavesNoRejectsFile() throws IOException {
        cli.workspace.failure = new IOException("kpi.ndjson broke");

        Cli.Result result = cli.run("validate", cli.kpi, "--rejects", cli.path("rejects.csv"));

        assertThat(result.status()).isEqualTo(3);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(Path.of(cli.kpi));
        }
    }

    @Test
    void theInputIsNeverOverwritten() throws IOException {
        Cli.Result result = cli.run("validate", cli.kpi, "--rejects", cli.kpi);

        assertThat(result.status()).isEqualTo(2);
        assertThat(cli.read("kpi.ndjson")).isEqualTo("{}\n");
    }

    @Test
    void anEndingNotOfferedIsAUsageError() {
        Cli.Result result = cli.run("validate", cli.kpi, "--rejects", cli.path("rejects.txt"));

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("rejects.txt", ".csv, .ndjson");
    }
}
