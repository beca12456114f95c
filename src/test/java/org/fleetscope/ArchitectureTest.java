package org.fleetscope;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the packages' layers and the libraries' fences; the reasons are in docs. */
final class ArchitectureTest {

    private static final String BASE = "org.fleetscope";

    /** Every package and the packages of ours it may use, nothing else. */
    private static final Map<String, Set<String>> MAY_USE =
            Map.ofEntries(
                    Map.entry("model", Set.of()),
                    Map.entry("job", Set.of()),
                    Map.entry("ingest", Set.of("model", "job")),
                    Map.entry("store", Set.of("model", "job")),
                    Map.entry("sample", Set.of("model", "job")),
                    Map.entry("frame", Set.of("model", "job", "store")),
                    Map.entry("quality", Set.of("frame", "model", "job")),
                    Map.entry("enrich", Set.of("frame", "model", "job")),
                    Map.entry("analysis", Set.of("frame", "enrich", "model", "job")),
                    Map.entry("series", Set.of("analysis", "frame", "model", "job")),
                    Map.entry("report", Set.of("series", "analysis", "model", "job")),
                    Map.entry(
                            "workspace",
                            Set.of(
                                    "model",
                                    "job",
                                    "ingest",
                                    "store",
                                    "sample",
                                    "frame",
                                    "quality",
                                    "enrich",
                                    "analysis",
                                    "series",
                                    "report")),
                    Map.entry(
                            "cli",
                            Set.of("workspace", "series", "report", "sample", "model", "job")),
                    Map.entry("ui", Set.of("workspace", "series", "report", "model", "job")));

    /** A library's packages and the packages of ours that may use it. */
    record Fence(String library, List<String> packages, Set<String> usedBy) {
        @Override
        public String toString() {
            return library + " only in " + new TreeSet<>(usedBy);
        }
    }

    private static final List<Fence> FENCES =
            List.of(
                    new Fence(
                            "JavaFX and what draws with it",
                            List.of(
                                    "javafx..",
                                    "com.sun.javafx..",
                                    "org.controlsfx..",
                                    "atlantafx..",
                                    "org.kordamp.ikonli.."),
                            Set.of("ui")),
                    new Fence(
                            "SQL, H2 and Flyway",
                            List.of("java.sql..", "javax.sql..", "org.h2..", "org.flywaydb.."),
                            Set.of("store")),
                    new Fence(
                            "Tablesaw",
                            List.of("tech.tablesaw.."),
                            Set.of("frame", "quality", "enrich", "analysis")),
                    new Fence(
                            "Jackson",
                            List.of("com.fasterxml.jackson.."),
                            Set.of("ingest", "report", "cli", "workspace", "store", "sample")),
                    new Fence("zstd", List.of("com.github.luben.."), Set.of("ingest")),
                    new Fence("fastexcel", List.of("org.dhatim.."), Set.of("report")),
                    new Fence("FastCSV", List.of("de.siegmar.."), Set.of("report")),
                    new Fence("DDSketch", List.of("com.datadoghq.."), Set.of("analysis", "store")),
                    new Fence("picocli", List.of("picocli.."), Set.of("cli")));

    private static final JavaClasses PROGRAM =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(BASE);

    static Stream<String> packages() {
        return MAY_USE.keySet().stream().sorted();
    }

    static Stream<Fence> fences() {
        return FENCES.stream();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void packageUsesOnlyWhatItMay(String name) {
        String[] allowed =
                Stream.concat(Stream.of(name), MAY_USE.getOrDefault(name, Set.of()).stream())
                        .map(ArchitectureTest::tree)
                        .toArray(String[]::new);
        ArchRule rule =
                noClasses()
                        .that()
                        .resideInAPackage(tree(name))
                        .should(
                                dependOnClassesThat(
                                        resideInAPackage(BASE + "..")
                                                .and(not(resideInAnyPackage(allowed)))))
                        .allowEmptyShould(true);
        rule.check(PROGRAM);
    }

    @ParameterizedTest
    @MethodSource("fences")
    void libraryStaysBehindItsFence(Fence fence) {
        String[] inside =
                fence.usedBy().stream().map(ArchitectureTest::tree).toArray(String[]::new);
        noClasses()
                .that()
                .resideOutsideOfPackages(inside)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(fence.packages().toArray(String[]::new))
                .allowEmptyShould(true)
                .check(PROGRAM);
    }

    @Test
    void noPackageStandsOutsideThePlan() {
        assertThat(PROGRAM.getPackage(BASE).getSubpackages())
                .extracting(JavaPackage::getRelativeName)
                .isSubsetOf(MAY_USE.keySet());
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching(BASE + ".(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(PROGRAM);
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(PROGRAM.getPackage(BASE).getSubpackagesInTree())
                .filteredOn(tree -> !tree.getClasses().isEmpty())
                .allMatch(
                        tree -> tree.isAnnotatedWith(NullMarked.class),
                        "has a package-info with @NullMarked");
    }

    private static String tree(String name) {
        return BASE + "." + name + "..";
    }
}
