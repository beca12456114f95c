package org.fleetscope.model;

/**
 * A field of a row as its file has it.
 *
 * @param name member or column; empty for a cell behind the last column
 * @param value JSON text of a member, text of a cell
 */
public record RowField(String name, String value) {}
