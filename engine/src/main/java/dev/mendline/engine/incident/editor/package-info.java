/** Editing of one incident within one step: its texts, probes, commands, correlation and timeline, bounded in size. */
@NullMarked
package dev.mendline.engine.incident.editor;

import org.jspecify.annotations.NullMarked;
