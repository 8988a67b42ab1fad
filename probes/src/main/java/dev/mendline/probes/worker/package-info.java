/**
 * Workers that take requests from a zone's topic, run them, and write each finding to the journal before they
 * acknowledge the request. If a worker dies, another one gets its requests. So a request may run twice; both findings
 * have its id, and only the first counts.
 */
@NullMarked
package dev.mendline.probes.worker;

import org.jspecify.annotations.NullMarked;
