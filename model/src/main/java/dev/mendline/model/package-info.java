/**
 * What the stages say to each other: the records on the wire, the fact types that probes fill and conditions read, the
 * names of topics, their JSON form, and the inventory of targets, suffixes and zones that several stages share. No
 * logic beyond checks, no Kafka types, no I/O.
 */
@NullMarked
package dev.mendline.model;

import org.jspecify.annotations.NullMarked;
