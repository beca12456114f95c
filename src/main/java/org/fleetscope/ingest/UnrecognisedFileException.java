package org.fleetscope.ingest;

import java.io.IOException;

/**
 * A file whose content is of no format that can be opened; the message names it, what was found and
 * what is accepted.
 */
public final class UnrecognisedFileException extends IOException {
    private static final long serialVersionUID = 1L;

    UnrecognisedFileException(String message) {
        super(message);
    }
}
