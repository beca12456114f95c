package org.fleetscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.fleetscope.model.Rule;
import org.fleetscope.model.RuleLevel;
import org.fleetscope.model.RuleLimit;
import org.fleetscope.model.RuleSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RulesCommandTest {
    @TempDir Path folder;
    private Cli cli;
    private String settings = "";

    @BeforeEach
    void start() throws IOException {
        cli = new Cli(folder);
        settings =
                Files.writeString(
                                folder.resolve("rules.json"),
                                "{\"limits\":{\"max_latency_ms\":600000},\"severities\":{\"cpu-range\":\"off\"}}")
                        .toString();
    }

    @Test
    void withoutAWorkspaceTheDefaultsAreListed() throws IOException {
        JsonNode json = new JsonMapper().readTree(cli.run("rules", "--json").out());

        assertThat(json.get("rules")).hasSize(29);
        assertThat(json.get("rules").get(2).toString())
                .startsWith(
                        "{\"id\":\"latency-range\",\"severity\":\"error\",\"default\":\"error\","
                                + "\"allowed\":[\"error\",\"warning\",\"off\"],\"explanation\":");
        assertThat(json.get("limits").get(0).toString())
                .isEqualTo(
                        "{\"id\":\"max_latency_ms\",\"value\":300000.0,\"default\":300000.0,\"unit\":\"ms\","
                                + "\"meaning\":\"latency_ms lies below it\"}");
        assertThat(cli.workspace.calls).isEmpty();
    }

    @Test
    void settingsOfAWorkspaceAreSetAndMarked() {
        Cli.Result result = cli.run("rules", "--workspace", "w", "--set", settings);

        assertThat(result.status()).isZero();
        assertThat(cli.workspace.calls).contains("set rules");
        assertThat(cli.workspace.rules)
                .isEqualTo(
                        RuleSettings.DEFAULTS
                                .with(RuleLimit.MAX_LATENCY, 600_000)
                                .with(Rule.CPU_RANGE, RuleLevel.OFF));
        assertThat(result.out())
                .containsPattern("cpu-range +off \\(set\\)")
                .containsPattern("max_latency_ms +600000  ms \\(set\\)")
                .containsPattern("memory-range +error  memory_mb");
    }

    @Test
    void settingNeedsAWorkspaceAndAGoodFile() throws IOException {
        assertThat(cli.run("rules", "--set", settings).status()).isEqualTo(2);
        Path bad =
                Files.writeString(folder.resolve("bad.json"), "{\"severities\":{\"x\":\"off\"}}");
        Cli.Result result = cli.run("rules", "--workspace", "w", "--set", bad.toString());

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err()).contains("bad.json: $.severities.x is unknown");
        assertThat(cli.workspace.calls).doesNotContain("set rules");
    }

    @Test
    void anImportCanHaveRulesOfItsOwn() {
        cli.run("import", cli.kpi, "--rules", settings);

        assertThat(Objects.requireNonNull(cli.workspace.options).rules().isOn(Rule.CPU_RANGE))
                .isFalse();
    }
}
