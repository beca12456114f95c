package org.fleetscope.workspace;

/** Hears from a running import. Called on the import's thread. */
public interface ImportListener {
    ImportListener NONE = new ImportListener() {};

    /** The imported rows can be analysed, though they are not durable yet. */
    default void analysisReady() {}

    /** All rows are committed; their indexes are being built. */
    default void rowsDurable() {}
}
