package org.fleetscope.store;

import java.nio.charset.StandardCharsets;
import org.fleetscope.model.Times;
import org.h2.util.DateTimeUtils;
import org.h2.value.Value;
import org.h2.value.ValueDouble;
import org.h2.value.ValueJson;
import org.h2.value.ValueNull;
import org.h2.value.ValueTimestamp;
import org.h2.value.ValueVarchar;
import org.jspecify.annotations.Nullable;

/**
 * Between our values and H2's own. Going through H2's values spares a million rows the objects that
 * JDBC would make of each cell.
 */
final class H2Values {
    private H2Values() {}

    /** Timestamp in UTC; NULL for {@link Times#MISSING}. */
    static Value time(long micros) {
        if (micros == Times.MISSING) {
            return ValueNull.INSTANCE;
        }
        long day = Times.epochDay(micros);
        return ValueTimestamp.fromDateValueAndNanos(
                DateTimeUtils.dateValueFromAbsoluteDay(day), (micros - day * Times.DAY) * 1000);
    }

    static Value real(double value) {
        return Double.isNaN(value) ? ValueNull.INSTANCE : ValueDouble.get(value);
    }

    static Value text(@Nullable String value) {
        return value == null ? ValueNull.INSTANCE : ValueVarchar.get(value);
    }

    /** JSON text as it stands; who calls has parsed it already. */
    static Value json(@Nullable String value) {
        return value == null
                ? ValueNull.INSTANCE
                : ValueJson.getInternal(value.getBytes(StandardCharsets.UTF_8));
    }

    static boolean isNull(Value value) {
        return value.getValueType() == Value.NULL;
    }

    static long micros(Value value) {
        if (isNull(value)) {
            return Times.MISSING;
        }
        ValueTimestamp time = (ValueTimestamp) value;
        return DateTimeUtils.absoluteDayFromDateValue(time.getDateValue()) * Times.DAY
                + time.getTimeNanos() / 1000;
    }

    static double real(Value value) {
        return isNull(value) ? Double.NaN : value.getDouble();
    }

    static @Nullable String textOf(Value value) {
        return isNull(value) ? null : value.getString();
    }
}
