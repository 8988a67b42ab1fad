/** Records of the journal, the one topic that the incident engine reads. */
@NullMarked
package dev.mendline.model.journal;

import org.jspecify.annotations.NullMarked;
