package org.fleetscope.ingest;

/** Parses chunks of one file. Used by one thread at a time. */
interface ChunkParser extends Pipeline.Parser<Chunk> {}
