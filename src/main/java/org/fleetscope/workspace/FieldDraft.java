package org.fleetscope.workspace;

/**
 * One field of a mapping that is being made. Which of the texts counts says the kind.
 *
 * @param field a field of a KPI report, {@code custom_metrics.NAME} and {@code
 *     execution_context.NAME} included
 * @param column source column, for kind COLUMN
 * @param conversion unit conversion of the column; empty for none
 * @param constant for kind CONSTANT
 * @param rule JSON text of a rule that computes the value, for kind COMPUTED
 * @param summary what that rule does, for people
 * @param optional whether runs may lack it
 */
public record FieldDraft(
        String field,
        Kind kind,
        String column,
        String conversion,
        String constant,
        String rule,
        String summary,
        boolean optional) {
    /** Where the value comes from. */
    public enum Kind {
        /** From the column that has the field's own name. */
        OWN,
        COLUMN,
        /** By a rule that is more than one column. */
        COMPUTED,
        CONSTANT,
        ABSENT
    }

    public static FieldDraft own(String field) {
        return new FieldDraft(field, Kind.OWN, "", "", "", "", "", false);
    }

    public FieldDraft withColumn(String name) {
        return new FieldDraft(
                field, Kind.COLUMN, name, conversion, constant, rule, summary, optional);
    }

    public FieldDraft withConversion(String name) {
        return new FieldDraft(field, kind, column, name, constant, rule, summary, optional);
    }

    public FieldDraft withConstant(String value) {
        return new FieldDraft(
                field, Kind.CONSTANT, column, conversion, value, rule, summary, optional);
    }

    public FieldDraft withKind(Kind next) {
        return new FieldDraft(field, next, column, conversion, constant, rule, summary, optional);
    }
}
