package org.fleetscope.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.RowOrigin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotatedCsvReadTest {
    private static final long SEED = 20260131;
    private static final String HEAD =
            """
            #group,false,false,true,true,false,false,true,true,true
            #datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,dateTime:RFC3339Nano,%s,string,string,string
            #default,_result,,,,,,,,
            ,result,table,_start,_stop,_time,_value,_field,_measurement,host
            """;
    private static final String RANGE = "2026-01-31T00:00:00Z,2026-02-01T00:00:00Z";

    @TempDir Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("query.csv"), text);
    }

    private SeriesRowList read(String text) throws IOException {
        return SeriesRowList.read(new AnnotatedCsvFormat(), file(text), Mapping.identity());
    }

    private static String row(int table, String time, String value, String field, String host) {
        return ",,%d,%s,%s,%s,%s,kpi,%s\n".formatted(table, RANGE, time, value, field, host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void tablesOfFieldsBecomeRowsOfSeriesAndTime(String lineEnd) throws IOException {
        String text =
                HEAD.formatted("double")
                        + row(0, "2026-01-31T10:00:00.000000001Z", "1.5", "latency_ms", "a")
                        + row(0, "2026-01-31T11:00:00Z", "2.5", "latency_ms", "a")
                        + row(
                                1,
                                "2026-01-31T10:00:00.000000001Z",
                                "3.5",
                                "latency_ms",
                                "\"b, \"\"c\"\"\"")
                        + "\n"
                        + HEAD.formatted("long")
                        + row(2, "2026-01-31T12:00:00.000000001+02:00", "7", "tokens", "a");
        SeriesRowList list = read(text.replace("\n", lineEnd));

        assertThat(list.texts())
                .containsExactly(
                        "{\"measurement\":\"kpi\",\"host\":\"a\",\"latency_ms\":1.5,\"tokens\":7,"
                                + "\"time\":\"2026-01-31T10:00:00.000000001Z\"}",
                        "{\"measurement\":\"kpi\",\"host\":\"a\",\"latency_ms\":2.5,\"time\":\"2026-01-31T11:00:00Z\"}",
                        "{\"measurement\":\"kpi\",\"host\":\"b, \\\"c\\\"\",\"latency_ms\":3.5,"
                                + "\"time\":\"2026-01-31T10:00:00.000000001Z\"}");
        assertThat(list.faults).isEmpty();
        assertThat(list.places).extracting(RowOutput.Place::line).containsExactly(5L, 6L, 7L);
    }

    @Test
    void tablesAlreadyPivotedAreTakenRowByRow() throws IOException {
        String text =
                """
                #datatype,string,long,dateTime:RFC3339,string,string,double,boolean,unsignedLong,duration,base64Binary,long
                #group,false,false,false,true,true,false,false,false,false,false,false
                #default,_result,,,,,,,,,,-1
                ,result,table,_time,_measurement,host,load,ok,big,span,blob,count
                ,,0,2026-01-31T10:00:00Z,kpi,a,0.5,true,18446744073709551615,1h30m,aGk=,
                ,,0,2026-01-31T10:00:00Z,kpi,,NaN,false,0,-5us,,4
                ,,0,,kpi,a,+Inf,,,,,
                """;
        SeriesRowList list = read(text);

        assertThat(list.texts())
                .containsExactly(
                        "{\"measurement\":\"kpi\",\"host\":\"a\",\"load\":0.5,\"ok\":true,\"big\":18446744073709551615,"
                                + "\"span\":\"1h30m\",\"blob\":\"aGk=\",\"count\":-1,\"time\":\"2026-01-31T10:00:00Z\"}",
                        "{\"measurement\":\"kpi\",\"ok\":false,\"big\":0,\"span\":\"-5us\",\"count\":4,"
                                + "\"time\":\"2026-01-31T10:00:00Z\"}",
                        "{\"measurement\":\"kpi\",\"host\":\"a\",\"load\":\"Infinity\",\"count\":-1}");
        int third = text.indexOf(",,0,,kpi");
        assertThat(list.places.get(2)).isEqualTo(new RowOutput.Place(7, third));
    }

    @ParameterizedTest
    @CsvSource({
        "double, 1;5, 'a number, NaN, +Inf or -Inf in column _value'",
        "double, 1f, 'a number, NaN, +Inf or -Inf in column _value'",
        "long, 1.5, 'an integer of 64 bits in column _value'",
        "long, 9223372036854775808, 'an integer of 64 bits in column _value'",
        "unsignedLong, -1, 'an unsigned integer of 64 bits in column _value'",
        "boolean, yes, 'true or false in column _value'",
        "duration, 5, 'a duration such as 1h30m or 250ms in column _value'",
        "base64Binary, a, 'Base64 in column _value'",
        "dateTime:RFC3339, yesterday, 'an RFC 3339 time in the years 1678 to 2261 in column _value'"
    })
    void aCellThatIsNotOfItsTypeCostsItsLine(String type, String cell, String expected)
            throws IOException {
        SeriesRowList list =
                read(
                        HEAD.formatted(type)
                                + row(0, "2026-01-31T10:00:00Z", cell, "f", "a")
                                + row(0, "2026-01-31T11:00:00Z", "", "f", "a"));

        assertThat(list.faults)
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.found()).isEqualTo(cell);
                    assertThat(fault.expected()).isEqualTo(expected);
                    assertThat(fault.place().line()).isEqualTo(5);
                });
        assertThat(list.texts())
                .containsExactly(
                        "{\"measurement\":\"kpi\",\"host\":\"a\",\"time\":\"2026-01-31T11:00:00Z\"}");
    }

    @Test
    void raggedRowsBadTimesAndOpenQuotesCostTheirLines() throws IOException {
        SeriesRowList list =
                read(
                        HEAD.formatted("double")
                                + ",,0,too,short\n"
                                + row(0, "10 o'clock", "1", "f", "a")
                                + row(0, "2026-01-31T10:00:00Z", "1", "", "a")
                                + row(0, "2026-01-31T10:00:00Z", "1", "f", "\"open")
                                + row(0, "2026-01-31T10:00:00Z", "1", "f", "\"a\"b")
                                + row(0, "2026-01-31T11:00:00Z", "1", "f", "a"));

        assertThat(list.rows).hasSize(1);
        assertThat(list.faults)
                .extracting(fault -> fault.place().line())
                .containsExactly(5L, 6L, 7L, 8L, 9L);
        assertThat(list.faults)
                .extracting(SeriesRowList.Fault::found)
                .containsExactly("5 cells", "10 o'clock", "nothing", "\"open", "b");
    }

    @Test
    void twoValuesOfOneFieldAreAnErrorUnlessTheyAgree() throws IOException {
        SeriesRowList list =
                read(
                        HEAD.formatted("double")
                                + row(0, "2026-01-31T10:00:00Z", "1", "f", "a")
                                + row(0, "2026-01-31T10:00:00Z", "1", "f", "a")
                                + row(0, "2026-01-31T11:00:00Z", "1", "f", "a")
                                + row(0, "2026-01-31T11:00:00Z", "2", "f", "a"));

        assertThat(list.rows).hasSize(1);
        assertThat(list.faults)
                .singleElement()
                .extracting(SeriesRowList.Fault::found)
                .isEqualTo("two values of f");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "#datatype,string,string\n#group,true,true\n#default,,\n,error,reference\n,out of memory,897\n",
                "error,reference\nout of memory,897\n",
                ",error,reference\r\n,out of memory,897\r\n"
            })
    void anErrorTableFailsTheFileAlsoBehindRows(String error) throws IOException {
        String rows =
                HEAD.formatted("double") + row(0, "2026-01-31T10:00:00Z", "1", "f", "a") + "\n";

        assertThatThrownBy(() -> read(error))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(
                        "InfluxDB ended its answer with the error \"out of memory\" (reference 897)");
        assertThatThrownBy(() -> Rows.read(file(rows + error)))
                .isInstanceOf(IOException.class)
                .hasMessageMatching(".*query.csv, line (8|11), byte \\d+: InfluxDB ended .*");
    }

    @Test
    void whatIsNoAnnotatedCsvIsSaidWithItsPlace() {
        assertThatThrownBy(() -> read("#datatype,string,color\n,a,b\n"))
                .hasMessageContaining(
                        "line 2, byte 23: found the type color of column b, expected one of string, long");
        assertThatThrownBy(() -> read("#datatype,string\nx,a\n"))
                .hasMessageContaining("line 2, byte 17: found a header that starts with \"x\"");
        assertThatThrownBy(() -> read("#datatype,string,string\n,a,a\n"))
                .hasMessageContaining("two columns are called \"a\"");
        assertThatThrownBy(() -> read("#datatype,string\n#timezone,+0100\n,a\n"))
                .hasMessageContaining("line 2, byte 17: found the annotation #timezone");
    }

    @Test
    void rowsBecomeKpiReportsAndTheirLinesCanBeOpened() throws IOException {
        String head =
                """
                #group,false,false,false,false,true,true,true,true
                #datatype,string,long,dateTime:RFC3339,double,string,string,string,string
                #default,_result,,,,,,,
                ,result,table,_time,_value,_field,_measurement,agent_id,task_id
                """;
        String first =
                ",,0,2026-01-31T10:00:00.25Z,12.5,latency_ms,kpi,%s,%s"
                        .formatted(Rows.AGENT, Rows.TASK);
        Path file =
                file(head + first + "\n" + first.replace("12.5,latency_ms", "0.9,accuracy") + "\n");
        KpiBatch batch = Rows.read(file).batches.getFirst();

        assertThat(batch.rows).isEqualTo(1);
        assertThat(batch.latencyMs[0]).isEqualTo(12.5);
        assertThat(batch.accuracy[0]).isEqualTo(0.9);
        assertThat(batch.recordedAt[0]).isEqualTo(1769853600250000L);
        assertThat(batch.agentId(0)).hasToString(Rows.AGENT);
        assertThat(batch.origin(0)).isEqualTo(new RowOrigin(file.toString(), 5, head.length()));
        assertThat(new RawRows().read(batch.origin(0), JobContext.NONE)).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"#group,false\n,a\n", "\r\n#datatype,long\n,a\n", "\"#default\",x\n,a\n"})
    void isRecognisedByItsContent(String text) throws IOException {
        assertThat(new Ingest(1).sniff(file(text)).format()).isEqualTo("annotated-csv");
    }

    @Test
    void otherCsvIsNot() throws IOException {
        assertThat(new Ingest(1).sniff(file("task_id,latency_ms\n#group,1\n")).format())
                .isEqualTo("csv");
    }

    private record Key(Map<String, String> tags, String time) {}

    private static String quoted(String cell) {
        return cell.matches(".*[\",\n\r].*") || cell.contains("\n")
                ? "\"" + cell.replace("\"", "\"\"") + "\""
                : cell;
    }

    @Test
    void whateverTheTagsAndTablesThePointsComeBack() throws IOException {
        Random random = new Random(SEED);
        String[] values = {"a", "b,c", "d\"e", "f\ng", "é🚀", "#h", " "};
        for (int round = 0; round < 60; round++) {
            Map<Key, Map<String, Double>> expected = new HashMap<>();
            StringBuilder text = new StringBuilder();
            for (int table = 0; table < 5; table++) {
                String field = "f" + table;
                Map<String, String> tags = new TreeMap<>();
                for (int t = random.nextInt(3); t > 0; t--) {
                    tags.put("t" + random.nextInt(3), values[random.nextInt(values.length)]);
                }
                String more = "";
                String cells = "";
                for (Map.Entry<String, String> tag : tags.entrySet()) {
                    more += "," + tag.getKey();
                    cells += "," + quoted(tag.getValue());
                }
                text.append("#datatype,long,dateTime:RFC3339,string,double")
                        .append(",string".repeat(tags.size()));
                text.append("\n,table,_time,_field,_value").append(more).append('\n');
                for (int i = random.nextInt(4); i > 0; i--) {
                    String time = "2026-01-31T10:00:0" + random.nextInt(4) + "Z";
                    Map<String, Double> row =
                            expected.computeIfAbsent(new Key(tags, time), k -> new HashMap<>());
                    double value = row.computeIfAbsent(field, f -> random.nextGaussian());
                    text.append(",%d,%s,%s,%s%s\n".formatted(table, time, field, value, cells));
                }
                text.append(random.nextBoolean() ? "\r\n" : "\n");
            }
            SeriesRowList list = read(text.toString());

            Map<Key, Map<String, Double>> found = new HashMap<>();
            for (var row : list.rows) {
                Map<String, String> tags = new TreeMap<>();
                Map<String, Double> fields = new HashMap<>();
                row.properties()
                        .forEach(member -> {
                            if (member.getKey().startsWith("f")) {
                                fields.put(member.getKey(), member.getValue().doubleValue());
                            } else if (!member.getKey().equals("time")) {
                                tags.put(member.getKey(), member.getValue().textValue());
                            }
                        });
                found.put(new Key(tags, row.get("time").textValue()), fields);
            }
            assertThat(found).as(text.toString()).isEqualTo(expected);
            assertThat(list.faults).isEmpty();
            assertThat(new ArrayList<>(list.rows)).hasSize(expected.size());
        }
    }
}
