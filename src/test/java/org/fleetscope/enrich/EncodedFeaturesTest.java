package org.fleetscope.enrich;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.fleetscope.frame.Frame;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

class EncodedFeaturesTest {
    private static Runs.Run run(String type, String layer, int priority) {
        return new Runs.Run(1, type, Runs.MONDAY, 10, 0.5, 0.5, 100, 10, layer, priority);
    }

    private static Runs four() {
        return new Runs()
                .add(run("vision", "web", 100))
                .add(run("code", "api", 1))
                .add(run("vision", "batch", 25))
                .add(run("Vision", "api", 42));
    }

    @Test
    void typesAreOneColumnEachSortedByName() {
        Enrichment e = four().enrich();
        assertThat(e.columns().stream().filter(id -> id.startsWith("agent_type_encoded")))
                .containsExactly(
                        "agent_type_encoded.Vision",
                        "agent_type_encoded.code",
                        "agent_type_encoded.vision");
        assertThat(Runs.texts(e, "agent_type_encoded.vision")).containsExactly("1", "0", "1", "0");
        assertThat(e.table(List.of("agent_type_encoded.vision")).intColumn(0).asList())
                .containsExactly(1, 0, 1, 0);
    }

    @Test
    void onlyWhatIsInScopeIsEncoded() {
        Frame workspace = four().frame();
        int[] rows = {0, 2};
        Enrichment e =
                Enrichment.of(workspace.select(rows), workspace, rows, EnrichSettings.DEFAULTS);
        assertThat(e.columns())
                .contains("agent_type_encoded.vision")
                .doesNotContain("agent_type_encoded.code");
        // batch, web
        assertThat(Runs.ints(e, "source_layer_encoded")).containsExactly(1, 0);
    }

    @Test
    void layersAreNumberedInOrder() {
        assertThat(Runs.ints(four().enrich(), "source_layer_encoded")).containsExactly(2, 0, 1, 0);
    }

    @Test
    void prioritiesAreRanked() {
        assertThat(Runs.texts(four().enrich(), "priority_encoded"))
                .containsExactly("4", "0", "1", "");
        Enrichment rest = new Runs().add(run("a", "b", 50)).add(run("a", "b", 75)).enrich();
        assertThat(Runs.texts(rest, "priority_encoded")).containsExactly("2", "3");
    }

    @ParameterizedTest
    @CsvSource({
        "nlp, language",
        "text-summarizer, language",
        "TranslationAgent, language",
        "ocr, vision",
        "image_classifier, vision",
        "planner, planning",
        "planning-route, planning",
        "rag, retrieval",
        "retrieval-search, retrieval",
        "code-review, code",
        "etl, data",
        "data-cleaning, data",
        "unknown, other",
        "tool-runner, other",
        "encoder, other",
        "storage, other"
    })
    void typesHaveACategory(String type, String category) {
        assertThat(Runs.texts(new Runs().add(run(type, "api", 50)).enrich(), "agent_type_category"))
                .containsExactly(category);
    }

    @Test
    void theCategoryTableCanBeEdited() {
        CategoryTable table = CategoryTable.parse("# mine\n\nfirst  ab+\r\nsecond\ta\n");
        Enrichment e =
                new Runs()
                        .add(run("xABBx", "api", 50))
                        .add(run("a", "api", 50))
                        .add(run("z", "api", 50))
                        .enrich(EnrichSettings.DEFAULTS.withCategories(table));
        assertThat(Runs.texts(e, "agent_type_category"))
                .containsExactly("first", "second", "other");
        assertThatThrownBy(() -> CategoryTable.parse("ok a\nalone"))
                .hasMessage(
                        "line 2 of the agent type categories is 'alone', expected a category and a pattern");
        assertThatThrownBy(() -> CategoryTable.parse("bad (")).hasMessageContaining("line 1");
    }

    @Test
    void theTableHasDeclaredTypesAndDistinctNames() {
        Enrichment e = four().enrich();
        Table table = e.table(e.columns());
        assertThat(table.rowCount()).isEqualTo(4);
        assertThat(table.columnCount()).isEqualTo(e.columns().size());
        assertThat(table.column("performance_score").type()).isEqualTo(ColumnType.DOUBLE);
        assertThat(table.column("is_peak_hour").type()).isEqualTo(ColumnType.BOOLEAN);
        assertThat(table.column("workload_level").type()).isEqualTo(ColumnType.STRING);
        assertThat(table.column("priority_encoded").isMissing(3)).isTrue();
        assertThat(table.columnNames())
                .contains("agent_type_encoded.Vision", "agent_type_encoded.vision (2)");
    }

    @Test
    void everyFeatureDeclaresAndExplainsItself() {
        Enrichment e = four().enrich();
        for (String id : e.columns()) {
            Feature feature = e.feature(id);
            assertThat(List.of(feature.formula(), feature.range(), e.explain(id, 0).why()))
                    .as(id)
                    .allSatisfy(text -> assertThat(text).isNotBlank());
            assertThat(feature.inputs()).as(id).isNotEmpty();
            assertThat(e.explain(id, 3).value()).isEqualTo(e.column(id).text(3));
        }
        assertThatThrownBy(() -> e.column("nothing")).hasMessage("there is no feature nothing");
    }
}
