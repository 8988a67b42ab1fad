/**
 * Life cycle of incidents: one handler for each kind of journal record, and the policies that open, reopen,
 * resolve and merge.
 */
@NullMarked
package dev.mendline.engine.incident.lifecycle;

import org.jspecify.annotations.NullMarked;
