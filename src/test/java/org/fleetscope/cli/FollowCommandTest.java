package org.fleetscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FollowCommandTest {
    @TempDir Path folder;
    private Cli cli;

    @BeforeEach
    void start() {
        cli = new Cli(folder);
    }

    @Test
    void followsLiveByDefaultAndSaysWhatCame() {
        Cli.Result result = cli.run("follow", "later.ndjson", "--workspace", cli.path("ws"));

        assertThat(result.status()).isZero();
        assertThat(cli.workspace.calls).contains("follow 1 LIVE");
        assertThat(result.out())
                .isEqualTo(
                        "Followed until stopped: 90 rows accepted, 3 rejected, 7 already there.%n"
                                .formatted());
        assertThat(result.err()).contains("it was cut");
    }

    @Test
    void jsonAndProfile() throws IOException {
        Cli.Result result =
                cli.run(
                        "follow",
                        cli.kpi,
                        "--profile",
                        "export",
                        "--workspace",
                        cli.path("ws"),
                        "--json");

        assertThat(cli.workspace.calls).contains("follow 1 EXPORT");
        assertThat(new JsonMapper().readTree(result.out()).path("rows_read").asInt())
                .isEqualTo(100);
    }

    @Test
    void needsAWorkspace() {
        assertThat(cli.run("follow", cli.kpi).status()).isEqualTo(2);
    }
}
