/** From bytes on disk to column batches: recognition, decompression, parsing, mapping. */
@NullMarked
package org.fleetscope.ingest;

import org.jspecify.annotations.NullMarked;
