/**
 * One site while one journal record is handled: its incidents, its budgets and limits, and the effects to be
 * written.
 */
@NullMarked
package dev.mendline.engine.incident.site;

import org.jspecify.annotations.NullMarked;
