/**
 * Targeted checks that tell causes apart. A probe looks once, within its deadline, and says what it saw as typed facts
 * and a short transcript; our own failure to look is never the target's. A log line is an attacker's input: the guard
 * decides which names, addresses and ports are looked at, and a refusal is a finding like any other. {@link
 * dev.mendline.probes.Probes} runs a probe for whoever asks, {@link dev.mendline.probes.worker.ProbeWorker} runs those that are
 * asked for on a zone's topic.
 */
@NullMarked
package dev.mendline.probes;

import org.jspecify.annotations.NullMarked;
