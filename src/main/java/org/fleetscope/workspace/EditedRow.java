package org.fleetscope.workspace;

import org.fleetscope.model.QuarantinedRow;

/** A quarantined row and the text that it is to be re-admitted with. */
record EditedRow(QuarantinedRow row, String text) {}
