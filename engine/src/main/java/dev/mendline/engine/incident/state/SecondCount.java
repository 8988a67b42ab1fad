package dev.mendline.engine.incident.state;

/** Log events within one second. */
public record SecondCount(long epochSecond, long count) {}
