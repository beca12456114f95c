package org.fleetscope.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.EntityKind;
import org.fleetscope.model.RuleSeverity;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The JSON Schemas that ship, and the checks of an import, find the same rows good. */
class SchemaAgreementTest {
    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void schemaAndFastChecksAgreeOnEveryRow(EntityKind kind) throws IOException {
        List<String> rows = new EntityRows(kind, new Random(20 + kind.ordinal())).rows();
        Map<Long, String> errors = errors(rows);
        Schema schema = schema(kind);
        List<String> apart = new ArrayList<>();
        int good = 0;
        for (int i = 0; i < rows.size(); i++) {
            List<?> found = schema.validate(rows.get(i), InputFormat.JSON);
            String broken = errors.get(i + 1L);
            good += broken == null ? 1 : 0;
            if (found.isEmpty() != (broken == null)) {
                apart.add(rows.get(i) + "\n  rules: " + broken + "\n  schema: " + found);
            }
        }

        assertThat(apart).isEmpty();
        assertThat(rows).hasSizeGreaterThan(700);
        assertThat(good).isBetween(50, rows.size() - 50);
        assertThat(errors).doesNotContainKey(1L);
    }

    /** Ids of the error rules that each line broke, as an import finds them. */
    private Map<Long, String> errors(List<String> rows) throws IOException {
        Path file =
                Files.writeString(folder.resolve("rows.ndjson"), String.join("\n", rows) + "\n");
        Map<Long, String> errors = new HashMap<>();
        try (Workspace workspace = LocalWorkspace.open(folder.resolve("w"))) {
            ImportSummary summary =
                    workspace.validate(
                            List.of(file),
                            ImportOptions.DEFAULTS,
                            row -> {
                                String broken =
                                        row.violations().stream()
                                                .filter(v -> v.severity() == RuleSeverity.ERROR)
                                                .map(v -> v.ruleId() + " " + v.field())
                                                .collect(Collectors.joining(", "));
                                if (!broken.isEmpty()) {
                                    errors.merge(row.origin().line(), broken, (a, b) -> a + b);
                                }
                            },
                            JobContext.NONE);
            assertThat(summary.rowsRead()).isEqualTo(rows.size());
            assertThat(summary.rules()).doesNotContainKey("duplicate-run");
        }
        return errors;
    }

    private static Schema schema(EntityKind kind) throws IOException {
        String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        try (InputStream in =
                Objects.requireNonNull(
                        SchemaAgreementTest.class.getResourceAsStream(
                                "/org/fleetscope/schemas/" + name + ".schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in, InputFormat.JSON);
        }
    }
}
