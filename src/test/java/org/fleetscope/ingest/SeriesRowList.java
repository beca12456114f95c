package org.fleetscope.ingest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Rows of series as they are handed out, with what was malformed. */
final class SeriesRowList implements SeriesRows {
    record Fault(RowOutput.Place place, String raw, String found, String expected) {}

    final List<ObjectNode> rows = new ArrayList<>();
    final List<RowOutput.Place> places = new ArrayList<>();
    final List<Fault> faults = new ArrayList<>();

    static SeriesRowList read(SeriesFormat format, Path path, Mapping mapping) throws IOException {
        SeriesRowList list = new SeriesRowList();
        SourceFile file = new Ingest(1).sniff(path);
        try (InputStream in = Streams.open(file)) {
            format.read(new SeriesFormat.Reading(file, mapping, in, Long.MAX_VALUE), list);
        }
        return list;
    }

    List<String> texts() {
        return rows.stream().map(ObjectNode::toString).toList();
    }

    @Override
    public boolean row(ObjectNode row, RowOutput.Place place, String raw) {
        places.add(place);
        return rows.add(row);
    }

    @Override
    public void malformed(MalformedRowException fault, RowOutput.Place place, String raw) {
        faults.add(new Fault(place, raw, fault.found(), fault.expected()));
    }
}
