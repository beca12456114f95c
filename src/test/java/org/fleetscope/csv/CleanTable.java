package org.fleetscope.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Clean tables that files are polluted from: a header and records, all as wide as it. */
record CleanTable(String name, List<String> header, List<List<String>> records) {
    private static final int ROWS = 48;
    private static final long SEED = 20260131;

    private static final List<String> PRODUCTS =
            List.of("Route planner", "Vision", "Code review", "Retrieval", "Data cleaning");
    private static final List<String> TEXTS =
            List.of(
                    "Plans a route, then drives it",
                    "Says \"done\" when it is done",
                    "Reads the page; keeps what it needs",
                    "5\" screens, 7\" screens",
                    "First line\nsecond line, indented",
                    "Quick",
                    "It's the operator's choice",
                    "A tool for people - not for robots",
                    "Ends with \"quotes\"",
                    "Two, three, four, five",
                    "");
    private static final List<String> NOTES =
            List.of("", "ok", "see ticket 17", "checked: yes", "héllo wörld", "", "a | b", "n/a");

    /** Dates, times, whole numbers, money, codes, words, quoted prose, addresses, empty cells. */
    static CleanTable mixed() {
        Random random = new Random(SEED);
        List<List<String>> records = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            records.add(
                    List.of(
                            "%02d/%02d/2025"
                                    .formatted(1 + random.nextInt(12), 1 + random.nextInt(28)),
                            "%02d:%02d".formatted(random.nextInt(24), random.nextInt(60)),
                            String.valueOf(1 + random.nextInt(500)),
                            "P" + (1000 + random.nextInt(9000)),
                            "$%d.%02d".formatted(random.nextInt(90), random.nextInt(100)),
                            PRODUCTS.get(random.nextInt(PRODUCTS.size())),
                            TEXTS.get(i % TEXTS.size()),
                            "http://fleet.example.org/p/" + i + "?a=1&b=2",
                            NOTES.get(random.nextInt(NOTES.size()))));
        }
        return new CleanTable(
                "mixed",
                List.of(
                        "DATE",
                        "TIME",
                        "Qty",
                        "PRODUCTID",
                        "Price",
                        "ProductType",
                        "ProductDescription",
                        "URL",
                        "Comments"),
                records);
    }

    /** Hardly anything but prose. */
    static CleanTable prose() {
        Random random = new Random(SEED + 1);
        List<List<String>> records = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            records.add(
                    List.of(
                            "agent-" + (char) ('a' + i % 26) + i,
                            TEXTS.get(random.nextInt(TEXTS.size() - 1)) + ".",
                            PRODUCTS.get(random.nextInt(PRODUCTS.size())),
                            NOTES.get(random.nextInt(NOTES.size()))));
        }
        return new CleanTable(
                "prose", List.of("agent", "What it does", "Category", "Remarks"), records);
    }

    /** A run a row, as an export has them. */
    static CleanTable runs() {
        Random random = new Random(SEED + 2);
        List<List<String>> records = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            records.add(
                    List.of(
                            new UUID(random.nextLong(), random.nextLong()).toString(),
                            "2026-01-31T%02d:%02d:00.123456Z".formatted(i / 4, i % 60),
                            String.valueOf(random.nextInt(100_000) / 100.0),
                            String.valueOf(random.nextInt(1000) / 1000.0),
                            String.valueOf(random.nextInt(1 << 20)),
                            random.nextBoolean() ? "true" : "false",
                            "{\"hostname\":\"node-" + i % 7 + "\",\"cores\":4}",
                            i % 5 == 0 ? "" : "layer" + i % 3));
        }
        return new CleanTable(
                "runs",
                List.of(
                        "run",
                        "recorded_at",
                        "latency_ms",
                        "accuracy",
                        "network_bytes",
                        "ok",
                        "context",
                        "source_layer"),
                records);
    }

    int width() {
        return header.size();
    }

    CleanTable with(List<List<String>> others) {
        return new CleanTable(name, header, others);
    }

    /** The table with one record replaced. */
    CleanTable with(int index, List<String> record) {
        List<List<String>> changed = new ArrayList<>(records);
        changed.set(index, record);
        return with(changed);
    }
}
