package org.fleetscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Time series through the commands. */
final class SeriesCommandsTest {
    @TempDir Path folder;
    private Cli cli;

    @BeforeEach
    void start() {
        cli = new Cli(folder);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static JsonNode json(Cli.Result result) throws IOException {
        return new JsonMapper().readTree(result.out());
    }

    @Test
    void previewShowsPointsAsTheyAre() throws IOException {
        JsonNode document =
                json(
                        cli.run(
                                "preview",
                                file("a.lp", "m,t=x f=1.5,g=2i 10\nm,t=y f=2 11\n"),
                                "--json"));

        assertThat(document.path("format").asText()).isEqualTo("line-protocol");
        assertThat(document.path("columns").toString())
                .isEqualTo(
                        "[{\"name\":\"measurement\",\"type\":\"text\"},{\"name\":\"t\",\"type\":\"text\"},"
                                + "{\"name\":\"f\",\"type\":\"decimal\"},{\"name\":\"g\",\"type\":\"integer\"},"
                                + "{\"name\":\"time\",\"type\":\"timestamp\"}]");
        assertThat(document.path("rows").toString())
                .isEqualTo(
                        "[[\"m\",\"x\",\"1.5\",\"2\",\"1970-01-01T00:00:10Z\"],"
                                + "[\"m\",\"y\",\"2.0\",null,\"1970-01-01T00:00:11Z\"]]");
    }

    @Test
    void previewOfAMalformedLineEndsWithItsPlace() throws IOException {
        Cli.Result result = cli.run("preview", file("a.txt", "m,t=a f=1 5\nm,t= f=1 5\n"));

        assertThat(result.status()).isEqualTo(ExitStatus.FAILED);
        assertThat(result.err())
                .contains("a.txt, line 2, byte 12: found f=1 5, expected a value of the tag");
    }

    @Test
    void theUnitOfTimesCanBeSaid() throws IOException {
        String path = file("a.lp", "m f=1 1500\n");

        assertThat(
                        json(cli.run("preview", path, "--precision", "ms", "--json"))
                                .at("/rows/0/2")
                                .asText())
                .isEqualTo("1970-01-01T00:00:01.500Z");
        assertThat(cli.run("preview", path, "--precision", "min").status())
                .isEqualTo(ExitStatus.USAGE);
    }
}
