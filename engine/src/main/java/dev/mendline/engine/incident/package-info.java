/**
 * The incident engine: a pure function from a journal record and the state of its site to the next state and what
 * follows from it. It has no wall clock, no random and no other input. So the same journal gives the same incidents, byte for
 * byte, in the Streams application, a replay, a command and a test.
 */
@NullMarked
package dev.mendline.engine.incident;

import org.jspecify.annotations.NullMarked;
