package org.fleetscope.model;

/**
 * Where a row came from.
 *
 * @param file path as the user gave it (absolute once stored)
 * @param line 1-based line of the row's first character
 * @param byteOffset 0-based offset of that character in the uncompressed stream
 */
public record RowOrigin(String file, long line, long byteOffset) {}
