/**
 * Parsing of logs into log events. Nothing is lost: unreadable records are read as text, and the problem is reported.
 * The package has no state and no network access, and does not interpret texts.
 */
@NullMarked
package dev.mendline.ingest;

import org.jspecify.annotations.NullMarked;
