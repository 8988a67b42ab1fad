/** Life cycle of incidents: a handler for each kind of journal record, and the policies that open and reopen. */
@NullMarked
package dev.mendline.engine.incident.lifecycle;

import org.jspecify.annotations.NullMarked;
