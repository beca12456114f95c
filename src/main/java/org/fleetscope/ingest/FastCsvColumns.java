package org.fleetscope.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What each column of a CSV file means for a KPI row, as {@link FastCsvRow} needs it.
 *
 * @param fields index in {@link KpiFields#ROW}, {@link #CUSTOM_METRIC}, {@link #CONTEXT} or {@link
 *     #OTHER}
 * @param names names of custom metrics and other columns
 * @param keys JSON text {@code "name":} of custom metrics
 * @param hashes of the names
 * @param contexts columns that make up execution_context
 * @param possible whether rows of this header can be read from the bytes
 */
record FastCsvColumns(
        int[] fields,
        List<String> names,
        List<byte[]> keys,
        long[] hashes,
        int[] contexts,
        boolean possible) {
    static final int OTHER = -1;
    static final int CUSTOM_METRIC = -2;
    static final int CONTEXT = -3;

    static FastCsvColumns of(List<String> columns) {
        int[] fields = new int[columns.size()];
        List<String> names = new ArrayList<>();
        List<byte[]> keys = new ArrayList<>();
        long[] hashes = new long[columns.size()];
        List<Integer> contexts = new ArrayList<>();
        Set<String> roots = new HashSet<>();
        boolean possible = true;
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            List<String> path = MemberPath.of(column).names();
            String root = path.getFirst();
            String name = path.getLast();
            boolean nested = path.size() > 1;
            boolean context = root.equals(KpiFields.CONTEXT);
            boolean custom = root.equals(KpiFields.CUSTOM);
            possible &= !nested || context || custom;
            possible &= nested ? !roots.contains(root) : roots.add(root);
            possible &= !(custom && !nested) && !name.isEmpty();
            fields[i] = context ? CONTEXT : custom ? CUSTOM_METRIC : KpiFields.ROW.indexOf(column);
            if (context) {
                contexts.add(i);
            }
            names.add(name);
            keys.add(key(name));
            hashes[i] = ContentHash.ofText(name);
        }
        possible &= new HashSet<>(columns).size() == columns.size();
        int[] contextColumns = contexts.stream().mapToInt(Integer::intValue).toArray();
        return new FastCsvColumns(fields, names, keys, hashes, contextColumns, possible);
    }

    private static byte[] key(String name) {
        String quoted = JsonRow.MAPPER.getNodeFactory().textNode(name).toString();
        return (quoted + ":").getBytes(StandardCharsets.UTF_8);
    }
}
