package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineProtocolParserTest {
    private static final long SEED = 20260131;

    private static ReferenceLineProtocol.Point point(
            String measurement,
            Map<String, String> tags,
            Map<String, Object> fields,
            @Nullable Long time) {
        return new ReferenceLineProtocol.Point(measurement, tags, fields, time);
    }

    static Object[][] points() {
        return new Object[][] {
            {"m f=1", point("m", Map.of(), Map.of("f", 1.0), null)},
            {
                "weather,location=us-midwest,season=summer temperature=82,rain=t 1465839830100400200",
                point(
                        "weather",
                        Map.of("location", "us-midwest", "season", "summer"),
                        Map.of("temperature", 82.0, "rain", true),
                        1465839830100400200L)
            },
            {
                "a\\,b\\ c\\=d,k\\,1\\ x\\=y=v\\,1\\ x\\=y f\\,1\\ x\\=y=2i -5",
                point("a,b c\\=d", Map.of("k,1 x=y", "v,1 x=y"), Map.of("f,1 x=y", 2L), -5L)
            },
            // A backslash that escapes nothing is one, also before another backslash.
            {
                "m\\n,t=C:\\\\dir f=\"\\n \\\\ \\\" \\x\"",
                point("m\\n", Map.of("t", "C:\\\\dir"), Map.of("f", "\\n \\ \" \\x"), null)
            },
            {
                "m,t=\"q\",u=#\u00e9\u4e16\ud83d\ude80 \"k\"=1",
                point("m", Map.of("t", "\"q\"", "u", "#é世🚀"), Map.of("\"k\"", 1.0), null)
            },
            {
                "m f=\"a,b=c d\ne\r\nf\",g=f 7",
                point("m", Map.of(), Map.of("f", "a,b=c d\ne\r\nf", "g", false), 7L)
            },
            {"  m  f=1  5  ", point("m", Map.of(), Map.of("f", 1.0), 5L)},
            {"m f=1 5\r", point("m", Map.of(), Map.of("f", 1.0), 5L)},
            {"m f=\"\"", point("m", Map.of(), Map.of("f", ""), null)},
            {"m f=1,f=2", point("m", Map.of(), Map.of("f", 2.0), null)},
            {"m,a=1 a=2", point("m", Map.of("a", "1"), Map.of("a", 2.0), null)},
            {
                "m f=9223372036854775807i,g=-9223372036854775808i,h=18446744073709551615u,i=-0i,j=007i",
                point(
                        "m",
                        Map.of(),
                        Map.of(
                                "f",
                                Long.MAX_VALUE,
                                "g",
                                Long.MIN_VALUE,
                                "h",
                                new BigInteger("18446744073709551615"),
                                "i",
                                0L,
                                "j",
                                7L),
                        null)
            },
            {
                "m a=1.,b=.5,c=-1.5e-3,d=1E+2,e=-0,f=123456789012345678901234567890,g=4.9e-324",
                point(
                        "m",
                        Map.of(),
                        Map.of(
                                "a",
                                1.0,
                                "b",
                                0.5,
                                "c",
                                -0.0015,
                                "d",
                                100.0,
                                "e",
                                -0.0,
                                "f",
                                1.2345678901234568e29,
                                "g",
                                Double.MIN_VALUE),
                        null)
            },
        };
    }

    @ParameterizedTest
    @MethodSource("points")
    void readsWhatTheFormatSays(String line, ReferenceLineProtocol.Point expected)
            throws MalformedRowException {
        assertThat(ParsedPoints.parse(line)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"t", "T", "true", "True", "TRUE", "f", "F", "false", "False", "FALSE"})
    void booleansHaveFiveSpellingsEach(String text) throws MalformedRowException {
        assertThat(ParsedPoints.parse("m f=" + text).fields())
                .containsEntry("f", text.toLowerCase(java.util.Locale.ROOT).startsWith("t"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "m|the end of the line|a space and at least one field behind the measurement, at byte 1 of the row",
                ",t=1 f=1|,t=1 f=1|a measurement, at byte 0 of the row",
                "m,t=1|the end of the line|a space and at least one field behind the tags, at byte 5 of the row",
                "m,t= f=1|f=1|a value of the tag, at byte 4 of the row",
                "m,t=,u=1 f=1|,u=1 f=1|a value of the tag, at byte 4 of the row",
                "m,=1 f=1|=1 f=1|the key of a tag, at byte 2 of the row",
                "m,t f=1|f=1|= and a value behind the key of a tag, at byte 3 of the row",
                "m,t=a=b f=1|=b f=1|a comma or a space behind the tag's value, or \\= within it, at byte 5 of the row",
                "m,t=1,t=2 f=1|tag t twice|each tag once",
                "m,t=a\\ f=1|=1|a comma or a space behind the tag's value, or \\= within it, at byte 8 of the row",
                "`m `|the end of the line|at least one field, at byte 2 of the row",
                "m f|the end of the line|= and a value behind the key of a field, at byte 3 of the row",
                "m f=|the end of the line|a value of the field, at byte 4 of the row",
                "m f= 5|5|a value of the field, at byte 4 of the row",
                "m f=1,|the end of the line|the key of a field, at byte 6 of the row",
                "m f=1, 5|5|the key of a field, at byte 6 of the row",
                "m =1|=1|the key of a field, at byte 2 of the row",
                "m f=1 5 6|6|the end of the line, at byte 8 of the row",
                "m f=1 5.0|5.0|a time, a whole number, at byte 6 of the row",
                "m f=1 9223372036854775808|9223372036854775808|a time of 64 bits, at byte 6 of the row",
                "m f=9223372036854775808i|9223372036854775808i|an integer of 64 bits, -2^63 to 2^63 - 1, at byte 4 of the row",
                "m f=-9223372036854775809i|-9223372036854775809i|an integer of 64 bits, -2^63 to 2^63 - 1, at byte 4 of the row",
                "m f=99999999999999999999999999999i|99999999999999999999999999999i|an integer of 64 bits, -2^63 to 2^63 - 1, at byte 4 of the row",
                "m f=18446744073709551616u|18446744073709551616u|an unsigned integer of 64 bits, 0 to 2^64 - 1, at byte 4 of the row",
                "m f=-1u|-1u|an unsigned integer, digits and a u, at byte 4 of the row",
                "m f=1.5i|1.5i|an integer, digits and an i, at byte 4 of the row",
                "m f=i|i|an integer, digits and an i, at byte 4 of the row",
                "m f=1e400|1e400|a number that a 64-bit float can hold, at byte 4 of the row",
                "m f=\"a\"b|b|a comma or a space behind the closing quote, at byte 7 of the row",
                "m f=\"a|\"a|a string that a quote closes, at byte 4 of the row",
            })
    void saysWhatIsWrongAndWhere(String line, String found, String expected) {
        MalformedRowException fault =
                catchThrowableOfType(MalformedRowException.class, () -> ParsedPoints.parse(line));

        assertThat(fault).as(line).isNotNull();
        assertThat(fault.found()).isEqualTo(found);
        assertThat(fault.expected()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "nan",
                "Inf",
                "-Inf",
                "+Inf",
                "Infinity",
                "+1",
                "1e",
                "1e+",
                ".",
                "-",
                "-.",
                "1.1.1",
                "0x1",
                "1_0",
                "1I",
                "1U",
                "1iu",
                "tRUE",
                "yes",
                "abc",
                "1,5x",
                "--1",
                "1f",
                "1d",
                "é",
                "\\\"a\\\""
            })
    void refusesWhatIsNoValue(String value) {
        assertThat(
                        catchThrowableOfType(
                                MalformedRowException.class,
                                () -> ParsedPoints.parse("m f=" + value)))
                .isNotNull();
    }

    private static String name(Random random, String alphabet) {
        StringBuilder name = new StringBuilder();
        int length = 1 + random.nextInt(6);
        for (int i = 0; i < length; i++) {
            int at = random.nextInt(alphabet.codePointCount(0, alphabet.length()));
            name.appendCodePoint(alphabet.codePointAt(alphabet.offsetByCodePoints(0, at)));
        }
        return name.toString();
    }

    /**
     * A name that can be written: a backslash may stand neither last nor before what is escaped.
     */
    private static String writable(Random random) {
        String name = name(random, "ab,= \\é🚀\"#");
        return name.replaceAll("\\\\+(?=[,= ]|$)", "").isEmpty()
                ? "x"
                : name.replaceAll("\\\\+(?=[,= ]|$)", "");
    }

    private static String escaped(String text, String characters) {
        return text.replaceAll("([" + characters + "])", "\\\\$1");
    }

    private static Object value(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextBoolean();
            case 2 -> name(random, "ab,= \\\"\né🚀");
            case 3 -> new BigInteger(64, random);
            default -> {
                double any = Double.longBitsToDouble(random.nextLong());
                yield Double.isFinite(any) ? any : random.nextInt() / 16.0;
            }
        };
    }

    private static String written(Object value) {
        return switch (value) {
            case Long whole -> whole + "i";
            case BigInteger unsigned -> unsigned + "u";
            case String text -> "\"" + text.replaceAll("([\"\\\\])", "\\\\$1") + "\"";
            default -> value.toString();
        };
    }

    @Test
    void whatIsWrittenComesBack() throws MalformedRowException {
        Random random = new Random(SEED);
        for (int i = 0; i < 20_000; i++) {
            Map<String, String> tags = new TreeMap<>();
            Map<String, Object> fields = new HashMap<>();
            for (int t = random.nextInt(4); t > 0; t--) {
                tags.put(writable(random), writable(random));
            }
            for (int f = 1 + random.nextInt(4); f > 0; f--) {
                fields.put(writable(random), value(random));
            }
            String measurement = "m" + writable(random);
            @Nullable Long time = random.nextBoolean() ? random.nextLong() : null;
            StringBuilder line = new StringBuilder(escaped(measurement, ", "));
            tags.forEach((key, tag) ->
                    line.append(',')
                            .append(escaped(key, ",= "))
                            .append('=')
                            .append(escaped(tag, ",= ")));
            line.append(' ');
            fields.forEach((key, value) ->
                    line.append(escaped(key, ",= "))
                            .append('=')
                            .append(written(value))
                            .append(','));
            line.setLength(line.length() - 1);
            line.append(time == null ? "" : " " + time);

            assertThat(ParsedPoints.parse(line.toString()))
                    .as(line.toString())
                    .isEqualTo(point(measurement, tags, fields, time));
        }
    }

    @Test
    void agreesWithTheReferenceOnAnyText() {
        Random random = new Random(SEED);
        String[] pieces = {
            "m", ",", "=", " ", "\\", "\"", "a", "1", "i", "u", "t", "-", ".", "e", ",t=1", " f=1",
            "f=\"", "é"
        };
        int good = 0;
        for (int i = 0; i < 60_000; i++) {
            StringBuilder line = new StringBuilder(random.nextInt(3) > 0 ? "m,a=b f=1" : "");
            for (int p = random.nextInt(9); p > 0; p--) {
                line.insert(
                        random.nextInt(line.length() + 1), pieces[random.nextInt(pieces.length)]);
            }
            Optional<ReferenceLineProtocol.Point> expected =
                    ReferenceLineProtocol.parse(line.toString());
            Optional<ReferenceLineProtocol.Point> parsed;
            try {
                parsed = Optional.of(ParsedPoints.parse(line.toString()));
            } catch (MalformedRowException e) {
                parsed = Optional.empty();
            }

            assertThat(parsed).as(line.toString()).isEqualTo(expected);
            good += parsed.isPresent() ? 1 : 0;
        }
        assertThat(good).isBetween(5_000, 55_000);
    }
}
