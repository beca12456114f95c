package org.fleetscope.workspace;

/** Hears from a running import. Called on the import's thread. */
public interface ImportListener {
    ImportListener NONE = new ImportListener() {};

    /** The imported rows can be analysed, though they are not durable yet. */
    default void analysisReady() {}

    /** All rows are written, their indexes are not built yet. */
    default void rowsWritten() {}
}
