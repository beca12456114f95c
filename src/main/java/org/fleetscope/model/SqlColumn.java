package org.fleetscope.model;

import java.util.Locale;

/**
 * A column of a query's answer or of a table of the store.
 *
 * @param name as the query labels it
 * @param type SQL's name of its type, in lower case, {@code double precision} for instance
 */
public record SqlColumn(String name, String type) {
    public SqlColumn {
        type = type.toLowerCase(Locale.ROOT);
    }

    /** True for a point in time, a day included. */
    public boolean isTime() {
        return type.startsWith("timestamp") || type.equals("date");
    }
}
