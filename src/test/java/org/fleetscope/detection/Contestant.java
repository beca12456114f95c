package org.fleetscope.detection;

import java.util.List;
import java.util.stream.Stream;
import org.fleetscope.analysis.Detector;
import org.fleetscope.analysis.Detectors;
import org.fleetscope.workspace.AnalysisSettings;

/**
 * A detector, or several whose findings count together.
 *
 * @param name as in the tables
 * @param detectors ids
 */
record Contestant(String name, List<String> detectors) {
    /** Each detector for itself, those that run by default, and all but the plain rule. */
    static List<Contestant> all() {
        List<String> ids = Detectors.all().stream().map(Detector::id).toList();
        Stream<Contestant> single =
                ids.stream()
                        .map(id ->
                                new Contestant(
                                        id.equals("sigma") ? "`sigma`: 2-sigma rule" : code(id),
                                        List.of(id)));
        List<String> usual = AnalysisSettings.DEFAULTS.detectors();
        List<String> others = ids.stream().filter(id -> !id.equals("sigma")).toList();
        return Stream.concat(
                        single,
                        Stream.of(
                                new Contestant(
                                        "default: "
                                                + String.join(
                                                        ", ",
                                                        usual.stream()
                                                                .map(Contestant::code)
                                                                .toList()),
                                        usual),
                                new Contestant("all but `sigma`", others)))
                .toList();
    }

    private static String code(String id) {
        return "`" + id + "`";
    }

    List<Flag> of(Examined fleet) {
        return detectors.stream().flatMap(id -> fleet.flags(id).stream()).toList();
    }
}
