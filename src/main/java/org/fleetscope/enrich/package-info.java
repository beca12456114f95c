/** Feature columns, each a small class with its formula. */
@NullMarked
package org.fleetscope.enrich;

import org.jspecify.annotations.NullMarked;
