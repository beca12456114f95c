package org.fleetscope.model;

/** How old rows may be: an opened file is history, a live feed is not. */
public enum Profile {
    /** Rule {@code recorded-at-recent} is off. */
    EXPORT,
    /** Rule {@code recorded-at-recent} is an error. */
    LIVE
}
