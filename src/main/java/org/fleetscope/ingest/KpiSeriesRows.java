package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Hands on the rows of time series as the entities that they are. */
final class KpiSeriesRows implements SeriesRows {
    private final SeriesEntities entities;
    private final RowOutput to;

    KpiSeriesRows(Mapping mapping, RowOutput to) {
        this.entities = new SeriesEntities(mapping);
        this.to = to;
    }

    @Override
    public boolean row(ObjectNode row, RowOutput.Place place, String raw) {
        to.row(entities.entity(row), place, raw);
        return true;
    }

    @Override
    public void malformed(MalformedRowException fault, RowOutput.Place place, String raw) {
        to.malformed(fault, place, raw);
    }
}
