package dev.mendline.engine.incident;

/** Log events within one second. */
record SecondCount(long epochSecond, long count) {}
