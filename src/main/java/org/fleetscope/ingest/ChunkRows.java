package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.KpiBatch;
import org.fleetscope.model.KpiBatchBuilder;
import org.fleetscope.model.RuleSeverity;
import org.fleetscope.model.RuleViolation;
import org.jspecify.annotations.Nullable;

/** Sorts the rows of one chunk by their entity and collects them. */
final class ChunkRows {
    /**
     * Cells of custom metrics that a batch may have, 32 MB: rows whose names all differ start new
     * batches.
     */
    private static final long MOST_CUSTOM_CELLS = 1 << 22;

    private static final int FEW_ROWS = 1024;

    private final Chunk chunk;
    private final Mapping mapping;
    private final NodeKpiRow kpis;
    private final EntityReader entities = new EntityReader();
    private final List<ParsedChunk.Reject> rejects = new ArrayList<>();
    private final List<KpiBatch> full = new ArrayList<>();
    private final String file;
    private RowTarget target;
    private long taken;

    ChunkRows(String file, Chunk chunk, Mapping mapping, int expectedRows) {
        this.chunk = chunk;
        this.mapping = mapping;
        this.kpis = new NodeKpiRow(mapping);
        this.file = file;
        this.target = target(expectedRows);
    }

    private RowTarget target(int expectedRows) {
        return new RowTarget(
                new KpiBatchBuilder(file, chunk.bytes(), chunk.offset(), expectedRows));
    }

    /** Where the next KPI row goes. */
    RowTarget target() {
        return target;
    }

    /**
     * Where a row stands.
     *
     * @param line counted from the chunk's first, 0
     * @param offset in the uncompressed stream
     * @param start of its text in the chunk
     * @param end of its text in the chunk
     */
    record Place(int line, long offset, int start, int end) {}

    /** The place of a row whose text stands in the file as it does in the chunk. */
    Place place(int line, int start, int end) {
        return new Place(line, chunk.offset() + start, start, end);
    }

    void add(JsonRow row, Place place) {
        add(row, place, null);
    }

    /**
     * @param named kind that the row's surroundings name, null for none
     */
    void add(JsonRow row, Place place, @Nullable EntityKind named) {
        if (mapping.takes(row.node())) {
            taken++;
            return;
        }
        EntityKind kind = kind(row.node(), named);
        if (kind == EntityKind.KPI_REPORT) {
            kpis.write(mapping.apply(row), RowHash.of(row.node()), target);
            placed(place);
        } else if (kind == null) {
            reject(place, List.of(noEntity()), null);
        } else {
            List<RuleViolation> violations = entities.add(kind, row.node());
            if (!violations.isEmpty()) {
                reject(place, violations, entities.flagged(violations));
            }
        }
    }

    void malformed(MalformedRowException fault, Place place) {
        int row = target.batch.addRow();
        target.batch.flags[row] = KpiBatch.MALFORMED;
        target.batch.problem(row, "", fault.found(), fault.expected());
        target.batch.contentHash[row] = ContentHash.ofText(chunk.bytes(), place.start, place.end);
        placed(place);
    }

    /** Notes the origin of the KPI row added last. */
    void placed(Place place) {
        if (place.offset != chunk.offset() + place.start) {
            target.batch.sourceStart(target.batch.rows - 1, place.start);
        }
        placed(place.line, place.offset, place.end - place.start);
    }

    void placed(int line, int start, int end) {
        placed(line, chunk.offset() + start, end - start);
    }

    private void placed(int line, long offset, int length) {
        int row = target.batch.rows - 1;
        target.batch.lineIndex[row] = line;
        target.batch.offset[row] = offset;
        target.batch.length[row] = length;
        if ((long) target.batch.customColumns() * target.batch.recordedAt.length
                > MOST_CUSTOM_CELLS) {
            full.add(target.batch.build());
            target = target(FEW_ROWS);
        }
    }

    ParsedChunk build(long lines) {
        if (target.batch.rows > 0) {
            full.add(target.batch.build());
        }
        return new ParsedChunk(full, entities.build(), rejects, lines, taken);
    }

    private @Nullable EntityKind kind(ObjectNode row, @Nullable EntityKind named) {
        if (!mapping.isIdentity() && mapping.claims(row)) {
            return EntityKind.KPI_REPORT;
        }
        EntityKind kind = EntityKinds.of(row::has, named);
        return kind == null && !mapping.isIdentity() ? EntityKind.KPI_REPORT : kind;
    }

    private void reject(Place place, List<RuleViolation> violations, @Nullable UUID flagged) {
        rejects.add(
                new ParsedChunk.Reject(
                        place.line,
                        place.offset,
                        RawText.of(chunk.bytes(), place.start, place.end),
                        violations,
                        flagged));
    }

    private static RuleViolation noEntity() {
        return new RuleViolation(
                "malformed-row",
                RuleSeverity.ERROR,
                "",
                null,
                "none of the fields belongs to a KPI report, task, execution result, agent or system health;"
                        + " expected one of these, or a mapping that says where its fields are");
    }
}
