/** One site while one journal record is handled: its incidents, budgets and limits, and the effects. */
@NullMarked
package dev.mendline.engine.incident.site;

import org.jspecify.annotations.NullMarked;
