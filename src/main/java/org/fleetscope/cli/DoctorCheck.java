package org.fleetscope.cli;

import java.util.Locale;

/**
 * One thing looked at.
 *
 * @param name what was looked at
 * @param found what was found
 * @param advice what to do about it; empty when all is well
 */
record DoctorCheck(String name, Status status, String found, String advice) {
    enum Status {
        OK,
        /** Some of the program will not work. */
        WARN,
        /** Nothing that needs it will work. */
        FAIL;

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static DoctorCheck ok(String name, String found) {
        return new DoctorCheck(name, Status.OK, found, "");
    }

    static DoctorCheck warn(String name, String found, String advice) {
        return new DoctorCheck(name, Status.WARN, found, advice);
    }

    static DoctorCheck fail(String name, String found, String advice) {
        return new DoctorCheck(name, Status.FAIL, found, advice);
    }
}
