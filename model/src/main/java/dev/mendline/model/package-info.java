/**
 * Shared model of the stages: records on the wire, fact types of probes and conditions, topic names, JSON form, and the
 * inventory of targets, suffixes and zones. It contains no logic except checks, no Kafka types and no I/O.
 */
@NullMarked
package dev.mendline.model;

import org.jspecify.annotations.NullMarked;
