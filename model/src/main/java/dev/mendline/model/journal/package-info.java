/** Records of the journal, the only topic that the incident engine reads. */
@NullMarked
package dev.mendline.model.journal;

import org.jspecify.annotations.NullMarked;
