package dev.mendline.model;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What the incident engine reads: the journal's partition order is the order, its broker time the clock. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface JournalRecord permits Sighting, Finding, Command, Tick {}
