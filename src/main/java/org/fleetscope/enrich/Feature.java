package org.fleetscope.enrich;

import java.util.List;
import org.fleetscope.model.Unit;

/** One enriched column: its definition and how to compute it. Stateless. */
public interface Feature {
    /** Column name in tables, CSV and JSON. */
    String id();

    /** The definition in the names of the domain. */
    String formula();

    Unit unit();

    /** What values it can take, as text. */
    String range();

    /** Ids of the columns it is computed from. */
    List<String> inputs();

    /**
     * A value for every row of the scope; missing where an input is missing or a denominator is 0.
     */
    FeatureColumn compute(EnrichInput input);

    /** What the value of one row rests on. */
    String why(int row, EnrichInput input);
}
