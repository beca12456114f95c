package org.fleetscope.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.fleetscope.model.Incident;
import org.fleetscope.model.Influencer;
import org.fleetscope.model.Times;
import org.fleetscope.model.Verdict;
import org.fleetscope.series.TableData;
import org.jspecify.annotations.Nullable;

/** Findings and incidents as one JSON document. */
public final class AnomalyDocument {
    private AnomalyDocument() {}

    /**
     * Writes {@code {"findings": […], "incidents": […]}} and closes the stream.
     *
     * @param findings as {@link ReportTables#assessed} gives them
     */
    public static void write(TableData findings, List<DescribedIncident> incidents, OutputStream to)
            throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(to)) {
            json.setPrettyPrinter(new OneObjectALine());
            json.writeStartObject();
            json.writeArrayFieldStart("findings");
            for (List<@Nullable Object> row : findings.rows()) {
                json.writeStartObject();
                for (int i = 0; i < row.size(); i++) {
                    json.writeFieldName(findings.columns().get(i));
                    JsonTableWriter.cell(json, row.get(i));
                }
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("incidents");
            for (DescribedIncident incident : incidents) {
                incident(incident, json);
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void incident(DescribedIncident described, JsonGenerator json)
            throws IOException {
        Incident incident = described.incident();
        json.writeStartObject();
        json.writeStringField("incident", incident.id());
        json.writeNumberField("severity", incident.severity());
        json.writeStringField("start", Times.iso(incident.start()));
        json.writeStringField("end", Times.iso(incident.end()));
        json.writeNumberField("findings", incident.findings());
        texts("agents", incident.agents(), json);
        texts("hosts", incident.hosts(), json);
        texts("types", incident.types(), json);
        texts("metrics", incident.metrics(), json);
        texts("detectors", incident.detectors(), json);
        Verdict verdict = described.verdict();
        json.writeFieldName("verdict_id");
        JsonTableWriter.cell(json, verdict == null ? null : verdict.id());
        json.writeFieldName("verdict");
        JsonTableWriter.cell(json, verdict == null ? null : verdict.draft().judgement().word());
        json.writeFieldName("note");
        JsonTableWriter.cell(json, verdict == null ? null : verdict.draft().note());
        json.writeArrayFieldStart("influencers");
        for (Influencer influencer : described.influencers()) {
            json.writeStartObject();
            json.writeStringField("dimension", influencer.dimension());
            json.writeStringField("value", influencer.value());
            json.writeNumberField("severity_without", influencer.without());
            json.writeNumberField("share_of_runs", influencer.share());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void texts(String name, List<?> values, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(name);
        for (Object value : values) {
            json.writeString(value.toString());
        }
        json.writeEndArray();
    }
}
