/** Takes requests from a zone's topic, runs them, and puts each finding into the journal before it lets go of the request. */
@NullMarked
package dev.mendline.probes.worker;

import org.jspecify.annotations.NullMarked;
