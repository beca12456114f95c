package org.fleetscope.model;

import java.util.Locale;

/**
 * What the cells of a column of a plain table look like, before any mapping. The narrowest type
 * that holds all of its cells; every cell stays the text it is.
 */
public enum CellType {
    /** No cell has a value. */
    EMPTY,
    BOOLEAN,
    INTEGER,
    /** Numbers, some of them with a fraction or an exponent; a decimal comma counts as well. */
    DECIMAL,
    /** A date, with or without a time. */
    TIMESTAMP,
    UUID,
    /** A JSON object or array. */
    JSON,
    TEXT;

    /** Name as the command line prints it, in lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
