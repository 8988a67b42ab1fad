/** Facts that probes observe, one record per probe. Conditions of the catalog are checked against them. */
@NullMarked
package dev.mendline.model.facts;

import org.jspecify.annotations.NullMarked;
