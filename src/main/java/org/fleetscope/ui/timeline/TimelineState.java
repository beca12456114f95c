package org.fleetscope.ui.timeline;

/** What the screen shows in the place of its chart. */
public sealed interface TimelineState {
    /** No agent has been chosen. */
    record NoAgent() implements TimelineState {}

    /**
     * The first tracks of an agent are on their way; later ones replace those shown without this
     * state.
     */
    record Loading() implements TimelineState {}

    /** The agent has runs in scope, but none in the range in view, or none at all. */
    record NoRuns() implements TimelineState {}

    /** No metric is chosen, or those chosen have no values. */
    record NoMetrics() implements TimelineState {}

    /** The tracks could not be computed. {@code message} is a sentence for a person. */
    record Failed(String message) implements TimelineState {}

    /** The chart shows tracks. */
    record Shown() implements TimelineState {}
}
