package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.fleetscope.job.JobContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * JSON texts production by production of RFC 8259, each with what the grammar says of it, and, for
 * what it refuses, the byte that the message has to point to.
 */
class JsonConformanceTest {
    @TempDir Path folder;

    /**
     * Bytes of a text; {@code \\xHH} stands for a byte.
     *
     * @param at offset of the first byte that no valid text can have there
     */
    private record Invalid(String text, int at) {}

    private static byte[] bytes(String text) {
        var out = new java.io.ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\x", i)) {
                out.write(Integer.parseInt(text.substring(i + 2, i + 4), 16));
                i += 3;
            } else {
                out.writeBytes(text.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    /** Values, by production, without what stands around them. */
    private static List<String> values() {
        return List.of(
                // literals
                "true",
                "false",
                "null",
                // objects
                "{}",
                "{ }",
                "{\"a\":1}",
                "{\"a\":1,\"b\":2}",
                "{ \"a\" : 1 , \"b\" : {} }",
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"a\":2}",
                "{\"\":0}",
                "{\"\\u0000\":0}",
                "{\"a\\u0062\":{\"c\":[]}}",
                "{\"\u00e9\u6f22\":1}",
                "{\"\\uD800\":1}",
                // arrays
                "[]",
                "[ ]",
                "[[]]",
                "[1]",
                "[1,2]",
                "[ 1 , 2 ]",
                "[\"\"]",
                "[null,true,false]",
                "[[],{},[[{}]]]",
                "[1,\"a\",{\"b\":[2]},null]",
                "[{\"a\":1},{\"b\":2}]",
                // numbers: int
                "0",
                "-0",
                "1",
                "-1",
                "9",
                "10",
                "123456789",
                "-10",
                "9007199254740993",
                "9223372036854775808",
                "-9223372036854775809",
                "1" + "0".repeat(400),
                "-" + "123456789".repeat(200),
                // numbers: frac
                "0.0",
                "0.5",
                "-0.5",
                "1.0",
                "1.50",
                "10.01",
                "0.1234567890123456789012345678901",
                "-0.0",
                "1." + "3".repeat(2000),
                // numbers: exp
                "0e0",
                "0E0",
                "1e1",
                "1E1",
                "1e+1",
                "1e-1",
                "1E+01",
                "1e007",
                "1.5e3",
                "-1.5E-3",
                "1e308",
                "1e309",
                "-1e309",
                "1e-400",
                "1e999999999",
                "1e99999999999999999999",
                "0e99999999999999999999",
                "1e-99999999999999999999",
                // strings: unescaped
                "\"\"",
                "\"a\"",
                "\" \"",
                "\"a/b\"",
                "\"'\"",
                "\"\u007f\"",
                "\"\u0080\"",
                "\"\u00e9\"",
                "\"\u6f22\u5b57\"",
                "\"\ud83d\ude00\"",
                "\"\u2028\u2029\"",
                "\"\uFEFF\"",
                "\"\uFFFF\"",
                "\"\uDBFF\uDFFF\"",
                "\"{[,:]}\"",
                "\"//\"",
                // strings: escapes
                "\"\\\"\"",
                "\"\\\\\"",
                "\"\\/\"",
                "\"\\b\\f\\n\\r\\t\"",
                "\"\\u0041\"",
                "\"\\u00e9\\u00E9\"",
                "\"\\u0000\"",
                "\"\\u001f\"",
                "\"\\uD83D\\uDE00\"",
                "\"\\uD800\"",
                "\"\\uDC00\"",
                "\"\\uDC00\\uD800\"",
                "\"\\uD800a\"",
                "\"\\uFFFE\\uFFFF\"",
                "\"\\\\u0041\"",
                "\"\\\\\\\"\"");
    }

    static Stream<String> valid() {
        List<String> texts = new ArrayList<>();
        for (String value : values()) {
            texts.add(value);
            texts.add(" \t\r\n" + value + "\n \t\r");
            texts.add("[" + value + "]");
            texts.add("[\n" + value + "\n,\r\n" + value + "]");
            texts.add("{\"a\":" + value + ",\"b\":" + value + "}\n");
            texts.add("{\n \"tasks\" : [\n" + value + "\n]\n}");
            texts.add("\\xEF\\xBB\\xBF" + value);
        }
        return texts.stream();
    }

    private static Invalid no(String text, int at) {
        return new Invalid(text, at);
    }

    /** Faulty values, which are no less faulty within arrays and objects. */
    private static List<Invalid> faulty() {
        return List.of(
                // literals
                no("tru", 3),
                no("True", 0),
                no("TRUE", 0),
                no("truee", 4),
                no("nul", 3),
                no("nulll", 4),
                no("fals", 4),
                no("undefined", 0),
                no("NaN", 0),
                no("nan", 1),
                no("Infinity", 0),
                no("-Infinity", 1),
                no("+Infinity", 0),
                no("inf", 0),
                no("-NaN", 1),
                no("a", 0),
                no("_", 0),
                no("\u00e9", 0),
                no("\\x00", 0),
                // objects
                no("{", 1),
                no("{\"a\"", 4),
                no("{\"a\":", 5),
                no("{\"a\":1", 6),
                no("{\"a\":1,", 7),
                no("{,}", 1),
                no("{\"a\":1,}", 7),
                no("{\"a\":1,,\"b\":2}", 7),
                no("{\"a\"}", 4),
                no("{\"a\":}", 5),
                no("{\"a\" 1}", 5),
                no("{\"a\",1}", 4),
                no("{\"a\"::1}", 5),
                no("{:1}", 1),
                no("{a:1}", 1),
                no("{'a':1}", 1),
                no("{1:1}", 1),
                no("{null:1}", 1),
                no("{\"a\":1 \"b\":2}", 7),
                no("{\"a\":1;\"b\":2}", 6),
                no("{\"a\":1]", 6),
                no("{[1]:1}", 1),
                no("{\"a\":1}}", 7),
                no("{\"a\":1:2}", 6),
                no("{\"a\"=1}", 4),
                // arrays
                no("[", 1),
                no("[1", 2),
                no("[1,", 3),
                no("[,", 1),
                no("[,1]", 1),
                no("[1,]", 3),
                no("[1,,2]", 3),
                no("[1 2]", 3),
                no("[1;2]", 2),
                no("[1:2]", 2),
                no("[1}", 2),
                no("[[]", 3),
                no("[]]", 2),
                no("]", 0),
                no("}", 0),
                no("[\"a\" \"b\"]", 5),
                no("[\"a\":1]", 4),
                no("[1,\n", 4),
                no("[...]", 1),
                no("[*]", 1),
                no("(1)", 0),
                // numbers
                no("-", 1),
                no("+", 0),
                no("+1", 0),
                no("--1", 1),
                no("- 1", 1),
                no("01", 1),
                no("00", 1),
                no("-01", 2),
                no("1.", 2),
                no(".5", 0),
                no("-.5", 1),
                no("1..2", 2),
                no("1.2.3", 3),
                no("1.e1", 2),
                no("1e", 2),
                no("1E", 2),
                no("1e+", 3),
                no("1e-", 3),
                no("1e1.5", 3),
                no("1e1e1", 3),
                no("e1", 0),
                no("1+1", 1),
                no("1-1", 1),
                no("1,", 1),
                no("0x1", 1),
                no("1_000", 1),
                no("1a", 1),
                no("1 000", 2),
                no("\uff11", 0),
                no("0b1", 1),
                no("1f", 1),
                no("1L", 1),
                no("--", 1),
                no(".", 0),
                no("1.5.", 3),
                no("012.3", 1),
                // strings: quotes
                no("\"", 1),
                no("\"a", 2),
                no("'a'", 0),
                no("\"a'", 3),
                no("a\"", 0),
                no("\"a\"b", 3),
                no("\"a\"\"b\"", 3),
                no("`a`", 0),
                no("\u201ca\u201d", 0),
                no("\"\\\"", 3),
                // strings: control characters
                no("\"\n\"", 1),
                no("\"\r\"", 1),
                no("\"\t\"", 1),
                no("\"\\x00\"", 1),
                no("\"\\x01\"", 1),
                no("\"\\x1F\"", 1),
                no("\"a\nb\"", 2),
                no("\"\\x0C\"", 1),
                // strings: escapes
                no("\"\\a\"", 2),
                no("\"\\x5Cx\"", 2),
                no("\"\\v\"", 2),
                no("\"\\0\"", 2),
                no("\"\\'\"", 2),
                no("\"\\U0041\"", 2),
                no("\"\\u\"", 3),
                no("\"\\u1\"", 4),
                no("\"\\u12\"", 5),
                no("\"\\u123\"", 6),
                no("\"\\u123g\"", 6),
                no("\"\\u 123\"", 3),
                no("\"\\u+123\"", 3),
                no("\"\\uD800\\u\"", 9),
                no("\"\\\n\"", 2),
                no("\"\\ \"", 2),
                no("\"\\", 2),
                no("\"\\u00", 5),
                no("\\u0041", 0),
                no("\\n", 0),
                no("\"\\\u00e9\"", 2),
                // strings: UTF-8 as RFC 3629 has it
                no("\"\\x80\"", 1),
                no("\"\\xBF\"", 1),
                no("\"\\xC0\\x80\"", 1),
                no("\"\\xC1\\xBF\"", 1),
                no("\"\\xC3\"", 1),
                no("\"\\xC3(\"", 1),
                no("\"\\xE0\\x80\\x80\"", 1),
                no("\"\\xE2\\x82\"", 1),
                no("\"\\xED\\xA0\\x80\"", 1),
                no("\"\\xF0\\x80\\x80\\x80\"", 1),
                no("\"\\xF4\\x90\\x80\\x80\"", 1),
                no("\"\\xF5\\x80\\x80\\x80\"", 1),
                no("\"\\xFE\"", 1),
                no("\"\\xFF\"", 1),
                no("\"a\\xE9b\"", 2),
                no("{\"\\xE9\":1}", 2),
                no("\\xFF", 0),
                no("[\\xE9]", 1),
                // comments and white space that is none
                no("/**/1", 0),
                no("//a\n1", 0),
                no("#a\n1", 0),
                no("1/**/", 1),
                no("1//a", 1),
                no("1#a", 1),
                no("\u00a01", 0),
                no("1\u00a0", 1),
                no("\\x0B1", 0),
                no("\\x0C1", 0),
                no("1\\x00", 1),
                no("\u20281", 0),
                no("[1,\u00a02]", 3),
                no("\u20601", 0),
                no("[1\\x0C]", 2),
                // more than one value
                no("1 2", 2),
                no("{}{}", 2),
                no("[][]", 2),
                no("[] []", 3),
                no("{} x", 3),
                no("null null", 5),
                no("1,2", 1),
                no("\"a\" 1", 4),
                no("[1]1", 3),
                no("true;", 4));
    }

    static Stream<Invalid> invalid() {
        List<Invalid> texts = new ArrayList<>();
        texts.add(no("", 0));
        texts.add(no(" \n\t", 3));
        texts.add(no("\\xEF\\xBB\\xBF", 3));
        texts.add(no("\\xEF\\xBB1", 0));
        texts.add(no("\\xEF\\xBB\\xBF\\xEF\\xBB\\xBF1", 3));
        for (Invalid fault : faulty()) {
            texts.add(fault);
            texts.add(no(" " + fault.text, fault.at + 1));
            texts.add(no("\\xEF\\xBB\\xBF" + fault.text, fault.at + 3));
        }
        return texts.stream();
    }

    /** Faults that brackets around them don't turn into valid texts. */
    static Stream<Invalid> faultyInside() {
        return faulty().stream()
                .filter(fault -> !fault.text.matches("(?s)1,|1,2|]|[^\"]*}}|\\[]]|.*[\\[{]\\],?.*"))
                .flatMap(fault ->
                        Stream.of(
                                no("[" + fault.text + "]", -1),
                                no("{\"a\":[" + fault.text + "]}", -1),
                                no("{\"tasks\":[{\"a\":" + fault.text + "}]}", -1)));
    }

    private Path file(String text) throws IOException {
        return Files.write(folder.resolve("case.json"), bytes(text));
    }

    private void preview(Path file) throws IOException {
        Ingest ingest = new Ingest(1);
        PlainTable table = ingest.table(ingest.sniff(file), 1000, JobContext.NONE);
        table.rows(row -> true, JobContext.NONE);
    }

    @ParameterizedTest
    @MethodSource("valid")
    void whatTheGrammarAllowsIsRead(String text) throws IOException {
        preview(file(text));
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void whatItDoesNotAllowIsRefusedWithItsPlace(Invalid fault) throws IOException {
        Path file = file(fault.text);
        byte[] head = bytes(fault.text);
        int line = 1;
        for (int i = 0; i < fault.at; i++) {
            line += head[i] == '\n' ? 1 : 0;
        }

        assertThatThrownBy(() -> preview(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("line " + line + ", byte " + fault.at);
    }

    @ParameterizedTest
    @MethodSource("faultyInside")
    void norWithinArraysAndObjects(Invalid fault) throws IOException {
        Path file = file(fault.text);

        assertThatThrownBy(() -> preview(file))
                .isInstanceOf(IOException.class)
                .hasMessageMatching("(?s).*line \\d+, byte \\d+.*");
    }

    @Test
    void everyCaseIsThere() {
        assertThat(valid().count()).isGreaterThan(500);
        assertThat(invalid().count()).isGreaterThan(400);
        assertThat(faultyInside().count()).isGreaterThan(300);
    }

    @Test
    void deepNestingIsReadOrRefusedCleanly() throws IOException {
        int deep = 100_000;
        preview(file("[".repeat(deep) + "]".repeat(deep)));
        preview(file("{\"a\":".repeat(deep) + "1" + "}".repeat(deep)));
        preview(file("{\"tasks\":[" + "[".repeat(deep) + "]".repeat(deep) + "]}"));
        for (String unclosed : List.of("[".repeat(deep), "[{\"a\":".repeat(deep / 2))) {
            Path file = file(unclosed);
            assertThatThrownBy(() -> preview(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("line 1, byte " + unclosed.length());
        }
        Path deeper = file("[".repeat(1_000_000));
        assertThatThrownBy(() -> preview(deeper))
                .hasMessageContaining("byte 200000: found \"[")
                .hasMessageContaining("at most 200000 levels of nesting");
    }

    @Test
    void hugeNumbersAndTextsStayText() throws IOException {
        String digits = "7".repeat(1_000_000);
        Ingest ingest = new Ingest(1);
        Path file = file("[{\"n\":" + digits + ",\"s\":\"" + digits + "\",\"e\":1e9999999}]");
        List<Object> cells = new ArrayList<>();
        PlainTable table = ingest.table(ingest.sniff(file), 10, JobContext.NONE);
        table.rows(cells::addAll, JobContext.NONE);

        assertThat(table.columns()).containsExactly("n", "s", "e");
        assertThat(cells).containsExactly(digits, digits, "1e9999999");
    }
}
