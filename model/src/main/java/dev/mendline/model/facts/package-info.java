/**
 * Facts that probes observe, one record per probe. Conditions of the catalog are checked against them. In DNS, {@code
 * system} are the answers of the zone's own resolvers, and {@code reference} those of the reference resolvers.
 */
@NullMarked
package dev.mendline.model.facts;

import org.jspecify.annotations.NullMarked;
