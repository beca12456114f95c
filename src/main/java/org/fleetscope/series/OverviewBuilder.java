package org.fleetscope.series;

/** Makes the overview of a scope. Pure; uses the cores there are. */
public final class OverviewBuilder {
    private OverviewBuilder() {}

    /**
     * Tiles, timeline and the worst findings.
     *
     * @param buckets wanted number of buckets; the nearest with a length people count in is taken
     * @param top at most so many findings
     */
    public static Overview of(OverviewInput input, int buckets, int top) {
        FleetTimelineBuilder builder =
                new FleetTimelineBuilder(input.frame(), input.range(), buckets);
        FleetTimeline timeline = builder.timeline(input.range(), input.findings());
        return new Overview(
                Tiles.of(input, builder, timeline),
                timeline,
                TopFindings.of(input.findings(), top),
                input.findings().size());
    }
}
