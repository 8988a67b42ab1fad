/**
 * The incident engine: a pure function from a journal record and the state of its site to the next state and what
 * follows from it. No wall clock, no random, no other input; so the same journal gives the same incidents, byte for
 * byte, whoever folds it: the Streams application, a replay, one command, a test.
 */
@NullMarked
package dev.mendline.engine.incident;

import org.jspecify.annotations.NullMarked;
