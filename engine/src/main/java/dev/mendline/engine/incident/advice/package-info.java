/** Advice and sentences with the real names, addresses and numbers of one incident. */
@NullMarked
package dev.mendline.engine.incident.advice;

import org.jspecify.annotations.NullMarked;
