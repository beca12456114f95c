package org.fleetscope.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/**
 * The heap's true peaks, in bytes, taken at every collection: all pools at the same moment. Used is
 * highest just before a collection; what is left after one is what is alive, and some garbage that
 * it did not look at. Thread-safe.
 */
final class HeapWatch {
    private final Set<String> pools =
            ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .map(MemoryPoolMXBean::getName)
                    .collect(Collectors.toSet());
    private long used;
    private long left;
    private long committed;

    private HeapWatch() {}

    static HeapWatch start() {
        HeapWatch watch = new HeapWatch();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, handback) ->
                                    watch.collected(
                                            GarbageCollectionNotificationInfo.from(
                                                            (CompositeData)
                                                                    notification.getUserData())
                                                    .getGcInfo()),
                            null,
                            null);
        }
        return watch;
    }

    private synchronized void collected(GcInfo info) {
        used = Math.max(used, sum(info.getMemoryUsageBeforeGc(), false));
        left = Math.max(left, sum(info.getMemoryUsageAfterGc(), false));
        committed = Math.max(committed, sum(info.getMemoryUsageAfterGc(), true));
    }

    private long sum(Map<String, MemoryUsage> usage, boolean ofCommitted) {
        return usage.entrySet().stream()
                .filter(pool -> pools.contains(pool.getKey()))
                .mapToLong(pool ->
                        ofCommitted ? pool.getValue().getCommitted() : pool.getValue().getUsed())
                .sum();
    }

    synchronized long peakUsed() {
        return Math.max(used, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }

    synchronized long peakLeft() {
        return left;
    }

    synchronized long peakCommitted() {
        return committed;
    }
}
