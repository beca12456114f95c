package org.fleetscope.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads generated files the slow and simple way. */
final class GeneratedFiles {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private GeneratedFiles() {}

    static byte[] contents(Path file) throws IOException {
        if (!file.toString().endsWith(".gz")) {
            return Files.readAllBytes(file);
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    static List<String> lines(Path file) throws IOException {
        return new String(contents(file), StandardCharsets.UTF_8).lines().toList();
    }

    static JsonNode json(Path file) throws IOException {
        return MAPPER.readTree(contents(file));
    }

    static JsonNode json(String line) throws IOException {
        return MAPPER.readTree(line);
    }

    static List<JsonNode> rows(Path file) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : lines(file)) {
            rows.add(json(line));
        }
        return rows;
    }

    /** Epoch µs of serde's SystemTime object. */
    static long micros(JsonNode systemTime) {
        return systemTime.get("secs_since_epoch").asLong() * 1_000_000
                + systemTime.get("nanos_since_epoch").asLong() / 1000;
    }
}
