package org.fleetscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.fleetscope.job.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgressBarTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long now;
    private final ProgressBar bar =
            new ProgressBar(new PrintStream(bytes, true, StandardCharsets.UTF_8), () -> now);

    @Test
    void showsRateAndTimeLeft() {
        bar.show(new Progress("reading", 0, 100, "bytes", 0));
        now = 2_000_000_000L;
        bytes.reset();

        bar.show(new Progress("reading", 25, 100, "bytes", 50_000));

        // A quarter in 2 s leaves 6 s; 50 000 rows in 2 s.
        assertThat(text())
                .isEqualTo(
                        "\rreading  [######------------------]  25 %  50,000 rows  25,000 rows/s  0:06 left");
    }

    @Test
    void drawsNoOftenerThanTenTimesASecond() {
        bar.show(new Progress("reading", 0, 100, "bytes", 0));
        bytes.reset();
        now = 99_000_000L;

        bar.show(new Progress("reading", 1, 100, "bytes", 0));

        assertThat(text()).isEmpty();
    }

    @Test
    void leavesTheLineEmpty() {
        bar.show(new Progress("indexing", 0, 0, "", 0));
        bar.clear();
        bar.clear();

        assertThat(text()).isEqualTo("\rindexing\r        \r");
    }

    @Test
    void isDrawnOnATerminalOnly(@TempDir Path folder) {
        Cli cli = new Cli(folder);

        assertThat(generate(cli).err()).isEmpty();
        cli.terminal = true;
        Cli.Result onTerminal = generate(cli);

        assertThat(onTerminal.err()).startsWith("\r").endsWith(" \r");
        assertThat(onTerminal.out()).doesNotContain("\r");
    }

    private static Cli.Result generate(Cli cli) {
        return cli.run("generate", "--rows", "20000", "--out", cli.path("a.ndjson"));
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
