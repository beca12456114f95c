package org.fleetscope.enrich;

import java.util.Collections;
import java.util.List;
import org.fleetscope.frame.Dictionary;

/** Position of the source layer among those in scope. */
final class SourceLayerEncoded extends IntFeature {
    SourceLayerEncoded() {
        super(
                "source_layer_encoded",
                "index of source_layer in the sorted distinct values in scope",
                "0..number of layers − 1",
                List.of("source_layer"),
                List.of());
    }

    @Override
    void fill(int[] to, EnrichInput input) {
        int[] layer = input.scope().layer();
        Dictionary<String> layers = input.scope().layers();
        List<String> sorted = Present.sorted(layer, layers);
        int[] index = new int[layers.size()];
        for (int code = 0; code < index.length; code++) {
            index[code] = Collections.binarySearch(sorted, layers.get(code));
        }
        for (int row = 0; row < to.length; row++) {
            to[row] = index[layer[row]];
        }
    }

    @Override
    public String why(int row, EnrichInput input) {
        int[] layer = input.scope().layer();
        Dictionary<String> layers = input.scope().layers();
        return "source_layer " + layers.get(layer[row]) + " among " + Present.sorted(layer, layers);
    }
}
