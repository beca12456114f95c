package org.fleetscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandLineMainTest {
    @TempDir Path folder;
    private Cli cli;

    @BeforeEach
    void start() {
        cli = new Cli(folder);
    }

    @Test
    void filesAndNothingAreForTheWorkbench() {
        assertThat(CommandLineMain.isCommand(new String[] {})).isFalse();
        assertThat(CommandLineMain.isCommand(new String[] {cli.kpi})).isFalse();
        assertThat(CommandLineMain.isCommand(new String[] {folder.toString()})).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import",
                "validate",
                "enrich",
                "aggregate",
                "anomalies",
                "report",
                "query",
                "info",
                "doctor",
                "generate",
                "--help",
                "--version",
                "-h",
                "improt",
                "no/such/file.csv",
                "bad\0name"
            })
    void wordsAreForTheCommandLine(String word) {
        assertThat(CommandLineMain.isCommand(new String[] {word})).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import",
                "validate",
                "enrich",
                "aggregate",
                "anomalies",
                "report",
                "query",
                "info",
                "doctor",
                "generate"
            })
    void everyCommandHasHelpWithExamples(String command) {
        Cli.Result result = cli.run(command, "--help");

        assertThat(result.status()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("Usage: fleetscope " + command, "Examples:", "  fleetscope " + command);
        assertThat(cli.run("--help").out()).contains("  " + command);
    }

    @Test
    void versionGoesToStandardOutput() {
        assertThat(cli.run("--version").out().strip()).isEqualTo("Fleetscope 1.2.3");
        assertThat(cli.run("info", "--version").out().strip()).isEqualTo("Fleetscope 1.2.3");
    }

    @Test
    void usageErrorsSayWhatToTry() {
        Cli.Result unknown = cli.run("improt", "x");
        Cli.Result option = cli.run("import", cli.kpi, "--max-rejected", "many");
        Cli.Result time = cli.run("aggregate", cli.kpi, "--by", "day", "--from", "noon");
        Cli.Result missing = cli.run("import");

        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.out()).isEmpty();
        assertThat(unknown.err()).contains("improt", "import", "Try 'fleetscope --help'.");
        assertThat(option.status()).isEqualTo(2);
        assertThat(option.err())
                .contains("'many' is no tolerance", "Try 'fleetscope import --help'.");
        assertThat(time.status()).isEqualTo(2);
        assertThat(time.err()).contains("'noon' is no time");
        assertThat(missing.status()).isEqualTo(2);
    }

    @Test
    void aFileNotThereIsNoCommand() {
        Cli.Result result = cli.run("gone.csv");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("gone.csv");
    }
}
