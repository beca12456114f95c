package org.fleetscope.frame;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Names of the columns of one Tablesaw table, which takes names that differ only in case for the
 * same and refuses the second.
 */
public final class ColumnNames {
    private final Set<String> taken = new HashSet<>();

    /**
     * The name wanted, or with a number behind it when it is taken: {@code tokens}, {@code Tokens
     * (2)}.
     */
    public String unique(String wanted) {
        String name = wanted;
        for (int number = 2; !taken.add(name.toLowerCase(Locale.ROOT)); number++) {
            name = wanted + " (" + number + ")";
        }
        return name;
    }
}
