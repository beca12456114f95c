package org.fleetscope.ui.anomalies;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Finding;

/**
 * The findings that pass a filter, in an order. Holds indexes only: the rows are made when a cell
 * asks for them, so that a hundred thousand cost nothing to list.
 *
 * @param rows what is listed
 * @param total findings before the filter
 * @param detectors ids of the detectors that found anything
 * @param metrics ids of the metrics anything was found on
 */
record FindingList(
        List<Finding> rows, int total, SortedSet<String> detectors, SortedSet<String> metrics) {
    private static final int BETWEEN_CHECKS = 4096;

    static FindingList of(
            List<Finding> all,
            FindingFilter filter,
            FindingOrder order,
            Function<UUID, String> names,
            JobContext job) {
        SortedSet<String> detectors = new TreeSet<>();
        SortedSet<String> metrics = new TreeSet<>();
        int[] chosen = new int[all.size()];
        int count = 0;
        for (int i = 0; i < all.size(); i++) {
            if (i % BETWEEN_CHECKS == 0) {
                job.checkCancelled();
            }
            Finding finding = all.get(i);
            detectors.add(finding.detector());
            metrics.add(finding.metric());
            if (filter.accepts(finding, names)) {
                chosen[count++] = i;
            }
        }
        int[] indexes = Arrays.copyOf(chosen, count);
        Comparator<Finding> comparator = order.comparator(names);
        if (comparator != null) {
            indexes =
                    IntStream.of(indexes)
                            .boxed()
                            .sorted((a, b) -> comparator.compare(all.get(a), all.get(b)))
                            .mapToInt(Integer::intValue)
                            .toArray();
        }
        return new FindingList(new Picked(all, indexes), all.size(), detectors, metrics);
    }

    private static final class Picked extends AbstractList<Finding> {
        private final List<Finding> all;
        private final int[] indexes;

        Picked(List<Finding> all, int[] indexes) {
            this.all = all;
            this.indexes = indexes;
        }

        @Override
        public Finding get(int index) {
            return all.get(indexes[index]);
        }

        @Override
        public int size() {
            return indexes.length;
        }
    }
}
