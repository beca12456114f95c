package org.fleetscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command over real files. */
final class PreviewCommandTest {
    @TempDir Path folder;
    private Cli cli;

    @BeforeEach
    void start() {
        cli = new Cli(folder);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private JsonNode json(String... args) throws IOException {
        Cli.Result result = cli.run(args);
        assertThat(result.err()).isEmpty();
        assertThat(result.status()).isZero();
        return new JsonMapper().readTree(result.out());
    }

    @Test
    void aCsvFileShowsDialectTypesAndRawRows() throws IOException {
        String path =
                file(
                        "a.csv",
                        """
                        run;took;ok;at;id;more;note;none
                        7;1,5;true;2026-01-31;11111111-2222-4333-8444-555555555555;{"a":1};x;
                        8;2;FALSE;2026-02-01T10:00:00Z;11111111-2222-4333-8444-555555555556;[];"y;z";
                        """);

        JsonNode document = json("preview", path, "--json", "--rows", "1");

        assertThat(document.fieldNames())
                .toIterable()
                .containsExactly("format", "encoding", "dialect", "columns", "rows");
        assertThat(document.path("format").asText()).isEqualTo("csv");
        assertThat(document.path("encoding").asText()).isEqualTo("UTF-8");
        assertThat(document.path("dialect").path("delimiter").asText()).isEqualTo(";");
        assertThat(document.path("columns").findValuesAsText("name"))
                .containsExactly("run", "took", "ok", "at", "id", "more", "note", "none");
        assertThat(document.path("columns").findValuesAsText("type"))
                .containsExactly(
                        "integer",
                        "decimal",
                        "boolean",
                        "timestamp",
                        "uuid",
                        "json",
                        "text",
                        "empty");
        assertThat(document.path("rows").toString())
                .isEqualTo(
                        "[[\"7\",\"1,5\",\"true\",\"2026-01-31\",\"11111111-2222-4333-8444-555555555555\","
                                + "\"{\\\"a\\\":1}\",\"x\",\"\"]]");
    }

    @Test
    void outIsTheWholeTableAsPlainCsv() throws IOException {
        String path = file("a.csv", "a|b\n1|x, y\n2|\"say \"\"hi\"\"\"\n=3|\n");

        assertThat(cli.run("preview", path, "--rows", "0", "--out", cli.path("o.csv")).status())
                .isZero();
        assertThat(cli.read("o.csv"))
                .isEqualTo("a,b\r\n1,\"x, y\"\r\n2,\"say \"\"hi\"\"\"\r\n=3,\r\n");
    }

    @Test
    void membersOfObjectsAreDottedColumns() throws IOException {
        String path = file("a.ndjson", "{\"a\":{\"b\":1.50}}\n\n{\"a\":{\"c\":\"x\"},\"d\":[1]}\n");

        assertThat(cli.run("preview", path, "--out", cli.path("o.csv")).status()).isZero();
        assertThat(cli.read("o.csv").lines()).containsExactly("a.b,a.c,d", "1.50,,", ",x,[1]");
    }

    @Test
    void malformedJsonFailsWithThePlace() throws IOException {
        String path = file("a.ndjson", "{\"a\":1}\n{\"a\":\n");

        Cli.Result result = cli.run("preview", path, "--out", cli.path("o.csv"));

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.err()).contains("a.ndjson, line 2, byte 13");
        assertThat(folder.resolve("o.csv")).doesNotExist();
    }

    @Test
    void formatAndEncodingCanBeChosen() throws IOException {
        String path = cli.path("a.txt");
        Files.write(folder.resolve("a.txt"), "[{\"a\":\"é\"}]".getBytes(StandardCharsets.UTF_16));

        JsonNode document =
                json("preview", path, "--json", "--format", "json", "--encoding", "UTF-16");

        assertThat(document.path("encoding").textValue()).isEqualTo("UTF-16");
        assertThat(document.path("rows")).hasToString("[[\"é\"]]");
        assertThat(cli.run("preview", path, "--format", "docx").err())
                .contains("there is no such format. Known are ")
                .contains("ndjson, json");
        assertThat(cli.run("preview", path, "--encoding", "klingon").status()).isEqualTo(2);
        assertThat(cli.run("preview", path).status()).isEqualTo(3);
    }

    @Test
    void aMemberOfAnArchiveIsAFile() throws IOException {
        try (ZipOutputStream zip =
                new ZipOutputStream(Files.newOutputStream(folder.resolve("a.zip")))) {
            zip.putNextEntry(new ZipEntry("x/a.json"));
            zip.write("[{\"a\":1}]".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("x/b.json"));
            zip.write("[{\"a\":2}]".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(json("preview", cli.path("a.zip") + "!/x/b.json", "--json").path("rows"))
                .hasToString("[[\"2\"]]");
        assertThat(cli.run("preview", cli.path("a.zip")).err())
                .contains("several files of data; name one, for example ")
                .contains("a.zip!/x/a.json");
    }

    @Test
    void anotherEndingIsUsage() throws IOException {
        String path = file("a.csv", "a,b\n1,2\n");

        assertThat(cli.run("preview", path, "--out", cli.path("o.xlsx")).status()).isEqualTo(2);
        assertThat(cli.run("preview", path, "--rows", "-1").status()).isEqualTo(2);
        assertThat(cli.run("preview", cli.path("none.csv")).status()).isEqualTo(3);
    }
}
