/** The H2 store: schema, day partitions, writers and bounded queries. The only user of JDBC. */
@NullMarked
package org.fleetscope.store;

import org.jspecify.annotations.NullMarked;
