/**
 * Targeted checks that tell causes apart. A probe looks once, within its deadline, and reports typed facts and a short
 * transcript. {@link dev.mendline.probes.Probes} runs one probe, and {@link dev.mendline.probes.worker.ProbeWorker} runs
 * those that are requested on a zone's topic.
 */
@NullMarked
package dev.mendline.probes;

import org.jspecify.annotations.NullMarked;
