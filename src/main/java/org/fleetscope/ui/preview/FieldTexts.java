package org.fleetscope.ui.preview;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.fleetscope.workspace.FieldDraft;
import org.fleetscope.workspace.ForeignPreview;
import org.fleetscope.workspace.MappedSample;

/** What stands beside a field of the mapping: its choices, first values and broken rules. */
final class FieldTexts {
    private static final List<String> NEEDED = List.of("task_id", "agent_id", "recorded_at");

    private FieldTexts() {}

    /** The choices of a field, the special ones first. */
    static List<SourceChoice> choices(FieldDraft field, ForeignPreview file) {
        List<SourceChoice> choices = new ArrayList<>();
        if (!field.rule().isEmpty()) {
            choices.add(new SourceChoice(FieldDraft.Kind.COMPUTED, ""));
        }
        choices.add(new SourceChoice(FieldDraft.Kind.OWN, ""));
        choices.add(new SourceChoice(FieldDraft.Kind.CONSTANT, ""));
        if (!NEEDED.contains(field.field())) {
            choices.add(new SourceChoice(FieldDraft.Kind.ABSENT, ""));
        }
        file.values()
                .keySet()
                .forEach(name -> choices.add(new SourceChoice(FieldDraft.Kind.COLUMN, name)));
        return choices;
    }

    /** The first values of a field's column; for other kinds what it is made of. */
    static String values(FieldDraft field, ForeignPreview file) {
        return switch (field.kind()) {
            case COLUMN -> first(field.column(), file);
            case OWN -> first(field.field(), file);
            case COMPUTED -> field.summary();
            case CONSTANT -> field.constant();
            case ABSENT -> "";
        };
    }

    private static String first(String column, ForeignPreview file) {
        return String.join(", ", file.values().getOrDefault(column, List.of()));
    }

    /** Ids of the rules that a field breaks in the rows shown. */
    static String broken(FieldDraft field, MappedSample sample) {
        Set<String> rules = new LinkedHashSet<>();
        String root = field.field().replaceFirst("\\..*", "");
        sample.rows().stream()
                .flatMap(row -> row.violations().stream())
                .filter(violation ->
                        violation.field().equals(field.field())
                                || (root.equals(field.field())
                                        && violation.field().startsWith(root + ".")))
                .forEach(violation -> rules.add(violation.ruleId()));
        return String.join(", ", rules);
    }
}
