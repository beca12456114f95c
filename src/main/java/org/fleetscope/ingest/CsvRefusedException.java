package org.fleetscope.ingest;

import java.io.IOException;

/** A CSV file that can be read but not imported; the message says why and what to do. */
final class CsvRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    CsvRefusedException(String message) {
        super(message);
    }
}
