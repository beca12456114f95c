/** Values every other package speaks in: entities, metrics, scopes, findings, column batches. */
@NullMarked
package org.fleetscope.model;

import org.jspecify.annotations.NullMarked;
