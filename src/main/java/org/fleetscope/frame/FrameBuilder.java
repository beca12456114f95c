package org.fleetscope.frame;

import java.util.ArrayList;
import java.util.List;
import org.fleetscope.model.AcceptedRows;

/**
 * Builds a {@link Frame} from earlier frames and accepted rows, in the order they are added. What
 * is added is copied at once, so a batch and its text can be let go. Dictionaries are the builder's
 * own, so readers of earlier frames are not disturbed. Not thread-safe.
 */
public final class FrameBuilder {
    private final Dictionaries dictionaries = new Dictionaries();
    private final List<FrameColumns> pieces = new ArrayList<>();
    private final int importId;
    private int rows;

    public FrameBuilder() {
        this(0);
    }

    /**
     * @param importId number of the import of rows that do not tell it themselves
     */
    public FrameBuilder(int importId) {
        this.importId = importId;
    }

    public FrameBuilder add(Frame frame) {
        frame.agentNames().forEach(dictionaries.agentNames()::putIfAbsent);
        return keep(copyOf(frame.columns()));
    }

    /**
     * Adds a frame whose rows have other metadata in part.
     *
     * @param changes of rows of the frame
     */
    public FrameBuilder add(Frame frame, List<MetadataChange> changes) {
        FrameColumns copy = copyOf(frame.columns());
        MetadataCodes codes = new MetadataCodes(copy);
        for (MetadataChange change : changes) {
            int own = copy.flags[change.row()] & ~Frame.METADATA_MISSING;
            codes.write(change.metadata(), change.row());
            copy.flags[change.row()] |= own;
        }
        return keep(copy);
    }

    public FrameBuilder add(AcceptedRows part) {
        part.batch().agentNames.forEach(dictionaries.agentNames()::putIfAbsent);
        return keep(FramePiece.of(part, importId, dictionaries));
    }

    public int rows() {
        return rows;
    }

    public Frame build() {
        FrameColumns to = new FrameColumns(rows, dictionaries);
        int at = 0;
        for (FrameColumns piece : pieces) {
            to.copy(piece, at);
            at += piece.rows;
        }
        return new Frame(to);
    }

    private FrameBuilder keep(FrameColumns piece) {
        pieces.add(piece);
        rows = Math.addExact(rows, piece.rows);
        return this;
    }

    private FrameColumns copyOf(FrameColumns from) {
        FrameColumns to = new FrameColumns(from.rows, dictionaries);
        Dictionaries known = from.dictionaries;
        to.copyValues(from, 0);
        recode(from.agent, new Codes<>(known.agents(), dictionaries.agents()), to.agent);
        recode(from.host, new Codes<>(known.hosts(), dictionaries.hosts()), to.host);
        recode(from.type, new Codes<>(known.types(), dictionaries.types()), to.type);
        recode(from.layer, new Codes<>(known.layers(), dictionaries.layers()), to.layer);
        recode(from.file, new Codes<>(known.files(), dictionaries.files()), to.file);
        return to;
    }

    private static void recode(int[] from, Codes<?> codes, int[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = codes.of(from[i]);
        }
    }
}
