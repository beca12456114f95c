package org.fleetscope.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import org.junit.jupiter.api.Test;

class SparklineTest {
    private static List<PathElement> line(double... values) {
        Sparkline sparkline = new Sparkline();
        sparkline.resize(100, 20);
        sparkline.setValues(values);
        sparkline.layout();
        return ((Path) sparkline.getChildrenUnmodifiable().getFirst()).getElements();
    }

    @Test
    void spansItsBoxFromLowestToHighest() {
        List<PathElement> line = line(0, 10, 5);
        assertThat(line).hasSize(4);
        LineTo highest = (LineTo) line.get(2);
        assertThat(highest.getX()).isEqualTo(50);
        assertThat(highest.getY()).isZero();
        LineTo last = (LineTo) line.get(3);
        assertThat(last.getX()).isEqualTo(100);
        assertThat(last.getY()).isEqualTo(10);
    }

    @Test
    void aMissingValueInterruptsTheLine() {
        assertThat(line(1, 2, Double.NaN, 3, 4).stream().filter(MoveTo.class::isInstance))
                .hasSize(2);
    }

    @Test
    void equalValuesLieInTheMiddleAndNoValuesDrawNothing() {
        assertThat(((MoveTo) line(7, 7).getFirst()).getY()).isEqualTo(10);
        assertThat(line()).isEmpty();
        assertThat(line(Double.NaN)).isEmpty();
    }
}
