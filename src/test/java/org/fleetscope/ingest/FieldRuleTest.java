package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that mappings compute; expected ones worked out by hand. */
class FieldRuleTest {
    private static JsonNode value(String field, String rule, String row) throws IOException {
        return value(field, rule, row, "{}");
    }

    private static JsonNode value(String field, String rule, String row, String times)
            throws IOException {
        Mapping mapping =
                Mapping.parse(
                        """
                        {"name":"m","times":%s,"fields":{"%s":%s}}
                        """
                                .formatted(times, field, rule),
                        "m");
        ObjectNode source = (ObjectNode) JsonRow.MAPPER.readTree(row);
        JsonNode mapped = mapping.apply(new JsonRow(source, null, null)).node();
        int dot = field.indexOf('.');
        return dot < 0
                ? mapped.path(field)
                : mapped.path(field.substring(0, dot)).path(field.substring(dot + 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"from":"d","convert":"s->ms"}       | {"d":"1.5"}     | 1500
                    {"from":"d","convert":"s->ms"}       | {"d":"1.5 s"}   | 1500
                    {"from":"d","convert":"s->ms"}       | {"d":"1.5ms"}   | "1.5ms"
                    {"from":"d"}                         | {"d":"350 ms"}  | 350
                    {"from":"d"}                         | {"d":"350 kg"}  | "350 kg"
                    {"from":"d"}                         | {"d":"soon"}    | "soon"
                    {"from":["a","b"]}                   | {"b":7}         | 7
                    {"from":["a","b"]}                   | {"a":"","b":7}  | 7
                    {"from":["a","b"]}                   | {"a":null}      |
                    {"from":"e","since":"s"}             | {"s":"2026-03-02T08:00:00Z","e":"2026-03-02T09:00:01.5+01:00"} | 1500
                    {"from":"e","since":"s"}             | {"s":1772438400,"e":1772438402}    | 2000
                    {"from":"e","since":"s"}             | {"s":"1772438400000000000","e":1772438400000000500} | 5.0E-4
                    {"from":"e","since":"s"}             | {"s":"2026-03-02T08:00:00Z"}       |
                    {"from":"e","since":"s"}             | {"s":"x","e":"2026-03-02T08:00:00Z"} |
                    {"from":"e","since":"s"}             | {"s":"2026-03-02T08:00:01Z","e":"2026-03-02T08:00:00Z"} | -1000
                    {"sum":["a","b"],"convert":"s->ms"}  | {"a":1,"b":"0.5"} | 1500
                    {"sum":["a",["x","b"]]}              | {"b":2}         | 2
                    {"sum":["a","b"]}                    | {"c":2}         |
                    {"from":"s","values":{"ok":5,"Bad":0}} | {"s":"OK"}    | 5
                    {"from":"s","values":{"ok":5,"Bad":0}} | {"s":" bad "} | 0
                    {"from":"s","values":{"ok":5}}       | {"s":"?"}       |
                    {"from":"s","values":{"ok":5}}       | {"s":0.25}      | 0.25
                    {"from":"s","values":{"ok":5},"otherwise":9} | {"s":"?"} | 9
                    {"from":"s","values":{"ok":5},"otherwise":9} | {}      |
                    {"from":"s","values":{"true":5}}     | {"s":true}      | 5
                    """)
    void latency(String rule, String row, String expected) throws IOException {
        JsonNode value = value("latency_ms", rule, row);

        if (expected == null) {
            assertThat(value.isMissingNode()).isTrue();
        } else {
            assertThat(value.toString()).isEqualTo(expected);
        }
    }

    @Test
    void networkIsAWholeNumberOfBytes() throws IOException {
        assertThat(
                        value(
                                "network_bytes",
                                "{\"from\":\"n\",\"convert\":\"KB->B\"}",
                                "{\"n\":1.2346}"))
                .hasToString("1235");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"zone":"UTC"}              | 2026-03-02 10:00:00.250     | 2026-03-02T10:00:00.250000Z
                    {"zone":"UTC"}              | 2026-03-02T10:00            | 2026-03-02T10:00:00.000000Z
                    {"zone":"UTC"}              | 2026-03-02T10:00:00+02:00   | 2026-03-02T08:00:00.000000Z
                    {"zone":"Europe/Berlin"}    | 2026-07-02 10:00:00         | 2026-07-02T08:00:00.000000Z
                    {"zone":"Europe/Berlin","format":"dd.MM.yyyy HH:mm:ss"} | 02.07.2026 10:00:00 | 2026-07-02T08:00:00.000000Z
                    {"format":"d MMM yyyy HH:mm XXX"} | 2 mar 2026 10:00 +01:00 | 2026-03-02T09:00:00.000000Z
                    {"zone":"UTC"}              | 2026-02-30 10:00:00         | 2026-02-30 10:00:00
                    {}                          | 2026-03-02 10:00:00         | 2026-03-02 10:00:00
                    """)
    void timesWithoutAnOffset(String times, String text, String expected) throws IOException {
        assertThat(
                        value("recorded_at", "{\"from\":\"t\"}", "{\"t\":\"" + text + "\"}", times)
                                .asText())
                .isEqualTo(expected);
    }

    @Test
    void foundByDottedPathsWhosePartsHaveDots() throws IOException {
        String row =
                """
                {"a.b":1,"c":{"d.e":2},"f.g":{"h":3},"i":{"j":{"k":4}}}
                """;
        for (String path : new String[] {"a.b", "c.d.e", "f.g.h", "i.j.k"}) {
            assertThat(value("latency_ms", "{\"from\":\"" + path + "\"}", row).isNumber())
                    .as(path)
                    .isTrue();
        }
        assertThat(value("latency_ms", "{\"from\":\"i.j\"}", row).isObject()).isTrue();
    }

    @Test
    void dottedFieldsLeaveTheSourceAsItIs() throws IOException {
        Mapping mapping =
                Mapping.parse(
                        """
                        {"name":"m","fields":{"custom_metrics.a":{"from":"x"},"custom_metrics.b":{"absent":true}}}
                        """,
                        "m");
        ObjectNode source =
                (ObjectNode)
                        JsonRow.MAPPER.readTree("{\"x\":1,\"custom_metrics\":{\"b\":2,\"c\":3}}");

        assertThat(mapping.apply(new JsonRow(source, null, null)).node())
                .hasToString("{\"x\":1,\"custom_metrics\":{\"c\":3,\"a\":1}}");
        assertThat(source).hasToString("{\"x\":1,\"custom_metrics\":{\"b\":2,\"c\":3}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"from":[]}                          | $.fields.latency_ms.from: expected the name
                    {"from":"a","since":4}               | $.fields.latency_ms.since: expected the name
                    {"from":"a","since":"b","convert":"s->ms"} | exactly one of
                    {"sum":[]}                           | $.fields.latency_ms.sum: expected a list
                    {"sum":["a"],"values":{}}            | exactly one of
                    {"from":"a","values":{}}             | $.fields.latency_ms.values: expected an object
                    {"from":"a","otherwise":1}           | exactly one of
                    {"constant":1,"inline":"a"}          | exactly one of
                    {"from":"a","optional":"yes"}        | $.fields.latency_ms.optional: expected true, found
                    """)
    void errorsNameThePlace(String rule, String message) {
        assertThatThrownBy(() -> value("latency_ms", rule, "{}"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "times":{"zone":"Mars"}          | $.times.zone: expected a zone
                    "times":{"format":"dd{"}         | $.times.format: expected a pattern
                    "where":{}                       | $.where: expected a list
                    "where":[{"from":"a"}]           | $.where[0]: expected "in"
                    "where":[{"from":"a","in":[]}]   | $.where[0]: expected "in"
                    "columns":[3]                    | $.columns[0]: expected the name
                    "scores":{"of":"a","name":"b"}   | $.scores.value: expected the name
                    """)
    void errorsOutsideTheFields(String member, String message) {
        assertThatThrownBy(() -> Mapping.parse("{\"name\":\"m\"," + member + "}", "m"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message);
    }
}
