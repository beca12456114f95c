package org.fleetscope.model;

/** Units of metrics as the domain fixes them, with the symbol shown beside a number. */
public enum Unit {
    MILLISECONDS("ms"),
    FRACTION(""),
    MEGABYTES("MB"),
    BYTES("B"),
    COUNT(""),
    RUNS_PER_MINUTE("runs/min"),
    SCORE(""),
    NONE("");

    private final String symbol;

    Unit(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }
}
