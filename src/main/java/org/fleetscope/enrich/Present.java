package org.fleetscope.enrich;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.fleetscope.frame.Dictionary;

/** The values of a dimension that occur in a scope; its dictionary may hold more. */
final class Present {
    private Present() {}

    /** Distinct values of the rows, sorted by text. */
    static List<String> sorted(int[] codes, Dictionary<String> dictionary) {
        boolean[] seen = new boolean[dictionary.size()];
        for (int code : codes) {
            seen[code] = true;
        }
        List<String> values = new ArrayList<>();
        for (int code = 0; code < seen.length; code++) {
            if (seen[code]) {
                values.add(dictionary.get(code));
            }
        }
        Collections.sort(values);
        return values;
    }
}
