package org.fleetscope.ingest;

import java.util.List;
import org.fleetscope.model.RowField;

/** How one row is written in its file, and how to change a field of it. */
interface RowSyntax {
    /** The row as the object that its import made of it. */
    JsonRow parse(String text) throws MalformedRowException;

    /** The fields that can be edited one by one. */
    List<RowField> fields(String text) throws MalformedRowException;

    /** The row with these fields. */
    String write(List<RowField> fields);

    /**
     * The row with one field changed.
     *
     * @param names what the field may be called, the first that is there is meant
     * @return the same text when the row has no such field or the change does not apply to it
     */
    String change(String text, List<String> names, Change change) throws MalformedRowException;

    /** What stands before the rows in a file of them; empty for nothing. */
    String head();

    /** A change of one value. */
    interface Change {
        /** Stands for a field that is taken out. */
        String REMOVED = "\0";

        /**
         * The new value.
         *
         * @param value text of a cell or of a JSON value without quotes; empty when missing
         * @param number the value is a number, not text that looks like one
         * @return the same text when the change does not apply
         */
        String of(String value, boolean number);
    }
}
