package org.fleetscope.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class OrderCodesTest {
    @Test
    void equalValuesShareAPlaceAndMissingOnesHaveNone() {
        assertThat(OrderCodes.of(new double[] {3, Double.NaN, 1, 3, -0.0, 0.0, -1}))
                .containsExactly(2, -1, 1, 2, 0, 0, -1);
        assertThat(OrderCodes.of(new double[0])).isEmpty();
    }

    @Test
    void valuesThatDifferInTheirLastBitAreToldApart() {
        double one = 1;
        double next = Math.nextUp(one);
        double after = Math.nextUp(next);
        assertThat(OrderCodes.of(new double[] {after, one, next, one})).containsExactly(2, 0, 1, 0);
    }

    @Test
    void comparesAsTheValuesDo() {
        Random random = new Random(3);
        double[] values = new double[500];
        for (int i = 0; i < values.length; i++) {
            double step = random.nextInt(40) * Math.ulp(1.0);
            values[i] = random.nextBoolean() ? 1 + step : random.nextInt(30);
        }
        int[] codes = OrderCodes.of(values);
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j < values.length; j++) {
                assertThat(Integer.compare(codes[i], codes[j]))
                        .isEqualTo(Double.compare(values[i], values[j]));
            }
        }
    }
}
