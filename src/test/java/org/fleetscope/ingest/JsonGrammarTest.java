package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.KpiBatchBuilder;
import org.junit.jupiter.api.Test;

/** Random damage to valid texts: every reader of JSON has to agree with Jackson on what is left. */
class JsonGrammarTest {
    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\\u",
        "0",
        "1",
        "-",
        ".",
        "e",
        "E+",
        "true",
        "null",
        "fals",
        " ",
        "\n",
        "\t",
        "\r",
        "/",
        "'",
        "\0",
        "\u007f",
        "é",
        "漢",
        "NaN",
        "1e5",
        "//",
        "\"a\":1,",
        "{}"
    };
    private static final JsonFactory JACKSON =
            JsonFactory.builder().disable(JsonFactory.Feature.CHARSET_DETECTION).build();

    private static boolean isValid(byte[] text) throws IOException {
        if (Utf8.firstInvalid(text, 0, text.length) >= 0) {
            return false;
        }
        String whole = new String(text, StandardCharsets.UTF_8);
        try (JsonParser parser = JACKSON.createParser(whole)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static byte[] damaged(byte[] text, Random random) {
        byte[] now = text;
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(now.length + 1);
            int to = Math.min(now.length, at + random.nextInt(4));
            byte[] piece =
                    random.nextInt(4) == 0
                            ? new byte[] {(byte) random.nextInt(256)}
                            : PIECES[random.nextInt(PIECES.length)].getBytes(
                                    StandardCharsets.UTF_8);
            now =
                    Packed.together(
                            Arrays.copyOf(now, at), piece, Arrays.copyOfRange(now, to, now.length));
        }
        return now;
    }

    @Test
    void theGrammarAgreesWithJackson() throws IOException {
        Random random = new Random(3);
        byte[] text =
                Packed.bytes(
                        "{\"a\":[1,-0.5,2e-7,{\"b\":\"x\\n\\u00e9é\"}],\"c\":null, \"d\" :true}");
        int valid = 0;
        for (int round = 0; round < 60_000; round++) {
            byte[] some = damaged(text, random);
            boolean expected = isValid(some);
            valid += expected ? 1 : 0;
            assertThat(JsonGrammar.faultOf(some, 0, some.length) == null)
                    .as(() -> new String(some, StandardCharsets.UTF_8))
                    .isEqualTo(expected);
        }
        assertThat(valid).isGreaterThan(1_000);
    }

    /** Where a text is cut for the grammar does not change what it says. */
    @Test
    void piecesDoNotMatter() {
        Random random = new Random(4);
        byte[] text = Packed.bytes("{\"a\":[1,-0.5,2e-7,{\"b\":\"x\\n\\u00e9é漢\"}],\"c\":null}");
        for (int round = 0; round < 5_000; round++) {
            byte[] some = damaged(text, random);
            JsonGrammar whole = new JsonGrammar();
            JsonGrammar cut = new JsonGrammar();
            int expected = whole.take(some, 0, some.length);
            int at = -1;
            int from = 0;
            while (at < 0 && from < some.length) {
                int to = Math.min(some.length, from + 1 + random.nextInt(5));
                at = cut.take(some, from, to);
                from = to;
            }
            assertThat(at).isEqualTo(expected);
            assertThat(cut.canEnd()).isEqualTo(whole.canEnd());
        }
    }

    /** What the fast reader of NDJSON takes is JSON, and says the same as it does to Jackson. */
    @Test
    void theFastReaderTakesNothingButJson() throws Exception {
        Random random = new Random(5);
        byte[] text = Packed.bytes(Rows.kpi(12.5).replace("node-1", "nöde-1"));
        FastKpiRow fast = new FastKpiRow(Mapping.identity());
        int taken = 0;
        for (int round = 0; round < 60_000; round++) {
            byte[] some = damaged(text, random);
            byte[] line = Arrays.copyOf(some, some.length + Chunk.PADDING);
            line[some.length] = '\n';
            RowTarget target = new RowTarget(new KpiBatchBuilder("", null, 0, 1));
            int end = fast.read(line, 0, target);
            if (end < 0) {
                continue;
            }
            taken++;
            byte[] row = Arrays.copyOf(some, end);
            assertThat(isValid(row)).as(() -> new String(row, StandardCharsets.UTF_8)).isTrue();
            KpiBatch quick = target.batch.build();
            RowTarget other = new RowTarget(new KpiBatchBuilder("", null, 0, 1));
            JsonRow parsed = JsonRow.parse(row, 0, row.length);
            new NodeKpiRow(Mapping.identity()).write(parsed, RowHash.of(parsed.node()), other);
            KpiBatch slow = other.batch.build();
            assertThat(quick.contentHash[0]).isEqualTo(slow.contentHash[0]);
            assertThat(quick.latencyMs[0]).isEqualTo(slow.latencyMs[0]);
            assertThat(quick.recordedAt[0]).isEqualTo(slow.recordedAt[0]);
            assertThat(quick.flags[0]).isEqualTo(slow.flags[0]);
            assertThat(quick.hosts).isEqualTo(slow.hosts);
            assertThat(quick.custom.keySet()).isEqualTo(slow.custom.keySet());
        }
        assertThat(taken).isGreaterThan(3_000);
    }

    /** The end of a value by its brackets is where Jackson ends it. */
    @Test
    void skimmingFindsTheEndOfEveryValidValue() throws IOException {
        Random random = new Random(6);
        byte[] text =
                Packed.bytes("{\"a\":[1,{\"b\":\"x\\\\\\\"]}\\n\"}],\"c\":[[],{}],\"d\":\"\\\\\"}");
        int valid = 0;
        for (int round = 0; round < 30_000; round++) {
            byte[] some = damaged(text, random);
            if (some.length == 0 || some[0] <= ' ' || !isValid(some)) {
                continue;
            }
            valid++;
            int length =
                    new String(some, StandardCharsets.UTF_8)
                            .strip()
                            .getBytes(StandardCharsets.UTF_8)
                            .length;
            byte[] followed = Packed.together(some, Packed.bytes(","), new byte[Chunk.PADDING]);
            JsonSkim skim = new JsonSkim();
            skim.start();
            int end = -1;
            int from = 0;
            while (end < 0 && from < some.length + 1) {
                int to = Math.min(some.length + 1, from + 1 + random.nextInt(9));
                end = skim.run(followed, from, to);
                from = to;
            }
            assertThat(end).as(() -> new String(some, StandardCharsets.UTF_8)).isEqualTo(length);
        }
        assertThat(valid).isGreaterThan(1_000);
    }
}
