package org.fleetscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command over real files. */
final class DetectCommandTest {
    private static final int ROWS = 400;
    private static final int SPIKE = 300;

    @TempDir Path folder;
    private Cli cli;

    @BeforeEach
    void start() {
        cli = new Cli(folder);
    }

    /** A sawtooth over 0..9 with one value of 90. */
    private String series(String header, String row) throws IOException {
        StringBuilder text = new StringBuilder(header).append('\n');
        for (int i = 0; i < ROWS; i++) {
            int value = i == SPIKE ? 90 : i % 10;
            text.append(
                            row.replace(
                                            "TIME",
                                            "2026-01-0%d %02d:%02d:00"
                                                    .formatted(
                                                            1 + i / 288,
                                                            i * 5 / 60 % 24,
                                                            i * 5 % 60))
                                    .replace("VALUE", Integer.toString(value)))
                    .append('\n');
        }
        return Files.writeString(folder.resolve("series.csv"), text).toString();
    }

    @Test
    void everyRowHasItsScoreAndTheSpikeStandsOut() throws IOException {
        String path = series("timestamp,value", "TIME,VALUE");

        Cli.Result result = cli.run("detect", path, "--out", cli.path("scores.csv"));

        assertThat(result.status()).isZero();
        List<String> lines = cli.read("scores.csv").lines().toList();
        assertThat(lines).hasSize(ROWS + 1);
        assertThat(lines.getFirst()).isEqualTo("timestamp,value,anomaly_score");
        assertThat(lines.get(1)).isEqualTo("2026-01-01 00:00:00,0,0.0");
        // The spike is 81 above a range whose deviation is 2.87: far beyond the most that is told
        // apart.
        String[] spike = lines.get(1 + SPIKE).split(",");
        assertThat(spike[1]).isEqualTo("90");
        assertThat(Double.parseDouble(spike[2])).isBetween(0.999, 1.0);
        assertThat(lines.stream().skip(1).filter(line -> !line.endsWith(",0.0"))).hasSize(1);
    }

    @Test
    void columnsAreChosenByName() throws IOException {
        String path = series("host;load;when;cpu", "7;1;TIME;VALUE");

        Cli.Result result = cli.run("detect", path, "--timestamp", "when", "--value", "cpu");

        assertThat(result.status()).isZero();
        assertThat(result.out().lines().skip(1 + SPIKE).findFirst().orElseThrow())
                .startsWith("2026-01-02 01:00:00,90,0.99");
    }

    @Test
    void aSeriesNeedsNoTimes() throws IOException {
        String path = series("name,reading", "a,VALUE");

        Cli.Result result = cli.run("detect", path);

        assertThat(result.out().lines().skip(1 + SPIKE).findFirst().orElseThrow())
                .startsWith(",90,0.99");
    }

    @Test
    void aColumnThatIsNotThereIsNamedWithThoseThatAre() throws IOException {
        String path = series("timestamp,value", "TIME,VALUE");

        Cli.Result result = cli.run("detect", path, "--value", "cpu", "--out", cli.path("o.csv"));

        assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(result.err()).contains("there is no column \"cpu\". Columns: timestamp, value");
        assertThat(folder.resolve("o.csv")).doesNotExist();
    }

    @Test
    void aTableWithoutNumbersSaysSo() throws IOException {
        String path = Files.writeString(folder.resolve("t.csv"), "a,b\nx,y\nz,w\n").toString();

        assertThat(cli.run("detect", path).err())
                .contains("no column has numbers; name one with --value. Columns: a, b");
    }

    @Test
    void anUnknownDetectorIsUsage() throws IOException {
        String path = series("timestamp,value", "TIME,VALUE");

        Cli.Result result = cli.run("detect", path, "--detector", "magic");

        assertThat(result.status()).isEqualTo(ExitStatus.USAGE);
        assertThat(result.err()).contains("novelty");
    }
}
