/** Diagnosis: verdicts of the candidate causes, and the probes that tell them apart. */
@NullMarked
package dev.mendline.engine.incident.diagnosis;

import org.jspecify.annotations.NullMarked;
