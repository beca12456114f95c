package org.fleetscope.model;

/**
 * A column of a file read as a plain table.
 *
 * @param name as the file has it; where the file gives none, {@code column_1} and so on
 */
public record TableColumn(String name, CellType type) {}
