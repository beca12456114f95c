package org.fleetscope.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/**
 * One change for many rows: what is done to one field of each.
 *
 * @param field as the domain or as the file calls it; a dotted path for one within an object
 * @param operand a number to multiply or divide by, the value to set; without meaning else
 */
public record BulkFix(Operation operation, String field, String operand) {
    /** What is done to the field. */
    public enum Operation {
        MULTIPLY,
        DIVIDE,
        SET,
        REMOVE,
        /** Nothing: the rows are checked again as they stand. */
        KEEP
    }

    /** Rows as they stand. */
    public static final BulkFix NONE = new BulkFix(Operation.KEEP, "", "");

    public BulkFix {
        field = field.strip();
        operand = operand.strip();
        if (operation != Operation.KEEP && field.isEmpty()) {
            throw new IllegalArgumentException("Say which field is to be changed");
        }
        if (operation == Operation.MULTIPLY || operation == Operation.DIVIDE) {
            number(operation, operand);
        }
    }

    private static BigDecimal number(Operation operation, String operand) {
        try {
            BigDecimal number = new BigDecimal(operand);
            if (number.signum() != 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "\"" + operand + "\" is no number to " + word(operation) + " by", e);
        }
        throw new IllegalArgumentException("0 is no number to " + word(operation) + " by");
    }

    private static String word(Operation operation) {
        return operation.name().toLowerCase(Locale.ROOT);
    }

    /** A value multiplied or divided, to 17 digits where it does not come out even. */
    public BigDecimal scaled(BigDecimal value) {
        BigDecimal by = number(operation, operand);
        MathContext digits = new MathContext(17);
        BigDecimal result =
                operation == Operation.MULTIPLY ? value.multiply(by) : value.divide(by, digits);
        return result.signum() == 0 ? BigDecimal.ZERO : result.stripTrailingZeros();
    }

    /** One line for people, in the imperative. */
    public String description() {
        return switch (operation) {
            case MULTIPLY -> "Multiply " + field + " by " + operand;
            case DIVIDE -> "Divide " + field + " by " + operand;
            case SET -> "Set " + field + " to " + operand;
            case REMOVE -> "Remove " + field;
            case KEEP -> "Re-admit as they stand";
        };
    }
}
