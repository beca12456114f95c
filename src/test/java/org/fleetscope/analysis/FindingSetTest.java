package org.fleetscope.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;
import java.util.stream.Stream;
import org.fleetscope.frame.Frame;
import org.fleetscope.job.JobContext;
import org.fleetscope.model.Finding;
import org.fleetscope.model.RunMetadata;
import org.junit.jupiter.api.Test;

final class FindingSetTest {

    @Test
    void mostSevereFirstThenByTimeTaskMetricAndDetector() {
        Frame frame = FleetFixture.random(5000, 4, 11);
        DetectorInput input = DetectorInput.of(frame);
        List<FindingSet> sets =
                Stream.of("sigma", "robust")
                        .map(Detectors::byId)
                        .map(d -> d.detect(input, JobContext.NONE))
                        .toList();
        List<Finding> expected =
                Stream.of(1, 0)
                        .flatMap(i -> sets.get(i).asList().stream())
                        .sorted(
                                Comparator.comparingDouble(Finding::severity)
                                        .reversed()
                                        .thenComparingLong(Finding::recordedAt)
                                        .thenComparing(f -> f.taskId().toString())
                                        .thenComparing(Finding::metric)
                                        .thenComparing(Finding::detector))
                        .toList();
        FindingSet sorted = FindingSet.mostSevereFirst(sets);
        assertThat(expected.stream().filter(f -> f.severity() == 100).count()).isGreaterThan(5);
        assertThat(sorted.asList()).isEqualTo(expected).isInstanceOf(RandomAccess.class);
        assertThat(FindingSet.mostSevereFirst(sets.reversed()).asList()).isEqualTo(expected);
    }

    @Test
    void columnsSayWhatTheFindingSays() {
        FindingSet found =
                Detectors.byId("sigma")
                        .detect(DetectorInput.of(FleetFixture.random(500, 2, 1)), JobContext.NONE);
        for (int i = 0; i < found.size(); i++) {
            Finding finding = found.get(i);
            assertThat(found.run(i)).isEqualTo(finding.runIndex());
            assertThat(found.metric(i)).isEqualTo(finding.metric());
            assertThat(found.detector(i)).isEqualTo(finding.detector());
            assertThat(found.severity(i)).isEqualTo(finding.severity());
            assertThat(found.band(i)).isEqualTo(finding.band());
            assertThat(found.recordedAt(i)).isEqualTo(finding.recordedAt());
            assertThat(found.actual(i)).isEqualTo(finding.actual());
            assertThat(found.frame().agents().get(found.agent(i))).isEqualTo(finding.agentId());
        }
    }

    @Test
    void setsOfOneFrameOnly() {
        FindingSet one = FindingSet.empty(FleetFixture.empty());
        FindingSet other = FindingSet.empty(FleetFixture.empty());
        assertThat(FindingSet.mostSevereFirst(List.of(one)).asList()).isEmpty();
        assertThatThrownBy(() -> FindingSet.mostSevereFirst(List.of(one, other)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FindingSet.mostSevereFirst(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unknownHostIsNoHost() {
        FleetFixture fleet = new FleetFixture();
        for (int i = 0; i < 10; i++) {
            fleet.run(
                    1,
                    i,
                    i == 9 ? 500 : 10,
                    0.5,
                    Frame.UNKNOWN,
                    new RunMetadata("l", "t", 50, true));
        }
        FindingSet found =
                Detectors.byId("sigma").detect(DetectorInput.of(fleet.build()), JobContext.NONE);
        assertThat(found.get(0).host()).isNull();
    }

    @Test
    void detectorsAreKnownByTheirIds() {
        assertThat(Detectors.all())
                .extracting(Detector::id)
                .containsExactly(
                        "sigma",
                        "robust",
                        "peer",
                        "novelty",
                        "shift",
                        "resource",
                        "missing-data",
                        "clock-skew");
        assertThat(Detectors.all())
                .allSatisfy(d -> {
                    assertThat(d.name()).isNotBlank();
                    assertThat(d.description()).isNotBlank();
                    assertThat(d.neededColumns()).isNotEmpty();
                    assertThat(d.thresholds()).isNotEmpty();
                });
        assertThatThrownBy(() -> Detectors.byId("magic"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("sigma, robust");
    }
}
