package org.fleetscope.analysis;

import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.fleetscope.frame.Dictionary;
import org.jspecify.annotations.Nullable;

/**
 * One grouping of a frame's runs.
 *
 * @param codes code of each run, 0..size−1, ascending as the values do, a missing one last
 * @param size at least 1
 * @param value value of a code: text, a Long or a Double; null for a missing one
 */
record GroupCodes(int[] codes, int size, IntFunction<@Nullable Object> value) {

    /** Codes of a dictionary whose values sort by their text. */
    static GroupCodes ranked(Dictionary<?> dictionary, int[] codes) {
        List<String> texts = dictionary.values().stream().map(Object::toString).toList();
        int[] byRank =
                IntStream.range(0, texts.size())
                        .boxed()
                        .sorted(Comparator.comparing(texts::get))
                        .mapToInt(Integer::intValue)
                        .toArray();
        int[] rank = new int[byRank.length];
        for (int i = 0; i < byRank.length; i++) {
            rank[byRank[i]] = i;
        }
        int[] ranked = new int[codes.length];
        RowBlocks.each(
                codes.length,
                (from, to) -> {
                    for (int row = from; row < to; row++) {
                        ranked[row] = rank[codes[row]];
                    }
                });
        return new GroupCodes(ranked, Math.max(1, byRank.length), code -> texts.get(byRank[code]));
    }
}
