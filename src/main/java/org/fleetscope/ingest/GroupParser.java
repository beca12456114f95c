package org.fleetscope.ingest;

/** Turns groups of rows of one file into batches. */
final class GroupParser {
    private final String file;
    private final Mapping mapping;

    GroupParser(String file, Mapping mapping) {
        this.file = file;
        this.mapping = mapping;
    }

    /** The rows carry their lines, so that the result counts none. */
    ParsedChunk parse(RowOutput.Group group) {
        ChunkRows rows = new ChunkRows(file, group.text(), mapping, group.rows().size());
        for (RowOutput.Row row : group.rows()) {
            ChunkRows.Place place =
                    new ChunkRows.Place(
                            Math.toIntExact(row.place().line() - 1),
                            row.place().offset(),
                            row.start(),
                            row.end());
            if (row.node() != null) {
                rows.add(new JsonRow(row.node(), null, null), place);
            } else if (row.fault() != null) {
                rows.malformed(row.fault(), place);
            }
        }
        return rows.build(0);
    }
}
