package org.fleetscope.ingest;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fleetscope.model.Unit;

/**
 * Unit conversions that a mapping may name. KB, MB and GB are powers of 1000; KiB, MiB and GiB of
 * 1024.
 */
enum Conversion {
    S("s->ms", Unit.MILLISECONDS, 1e3, 1),
    US("us->ms", Unit.MILLISECONDS, 1, 1e3),
    NS("ns->ms", Unit.MILLISECONDS, 1, 1e6),
    MIN("min->ms", Unit.MILLISECONDS, 6e4, 1),
    HOURS("h->ms", Unit.MILLISECONDS, 3.6e6, 1),
    B_MB("B->MB", Unit.MEGABYTES, 1, 1e6),
    KB_MB("KB->MB", Unit.MEGABYTES, 1, 1e3),
    KIB_MB("KiB->MB", Unit.MEGABYTES, 1024, 1e6),
    MIB_MB("MiB->MB", Unit.MEGABYTES, 1048576, 1e6),
    GB_MB("GB->MB", Unit.MEGABYTES, 1e3, 1),
    GIB_MB("GiB->MB", Unit.MEGABYTES, 1073741824, 1e6),
    BIT_B("bit->B", Unit.BYTES, 1, 8),
    KB_B("KB->B", Unit.BYTES, 1e3, 1),
    KIB_B("KiB->B", Unit.BYTES, 1024, 1),
    MB_B("MB->B", Unit.BYTES, 1e6, 1),
    MIB_B("MiB->B", Unit.BYTES, 1048576, 1),
    GB_B("GB->B", Unit.BYTES, 1e9, 1),
    GIB_B("GiB->B", Unit.BYTES, 1073741824, 1),
    PERCENT("%->fraction", Unit.FRACTION, 1, 100),
    PERMILLE("permille->fraction", Unit.FRACTION, 1, 1000);

    private final String text;
    private final Unit target;
    private final double times;
    private final double by;

    Conversion(String text, Unit target, double times, double by) {
        this.text = text;
        this.target = target;
        this.times = times;
        this.by = by;
    }

    /** Symbol of the unit that it converts from. */
    String source() {
        return text.substring(0, text.indexOf("->"));
    }

    String text() {
        return text;
    }

    double apply(double value) {
        return value * times / by;
    }

    Unit target() {
        return target;
    }

    static Optional<Conversion> of(String text) {
        return Arrays.stream(values()).filter(c -> c.text.equals(text)).findFirst();
    }

    /** The conversion from a unit by its symbol. */
    static Optional<Conversion> from(String symbol, Unit target) {
        return Arrays.stream(values())
                .filter(c -> c.target == target && c.source().equals(symbol))
                .findFirst();
    }

    /** The conversions to a unit as a list for people; all of them for a field without unit. */
    static String known(Unit unit) {
        return Arrays.stream(values())
                .filter(c -> unit == Unit.NONE || c.target == unit)
                .map(c -> c.text)
                .collect(Collectors.joining(", "));
    }
}
