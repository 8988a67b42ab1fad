/**
 * Multi-pattern literal search in raw bytes with a sampled q-gram index.
 *
 * <p>The scan reads the gram of four bytes at every fourth position of a text. The index lists each literal under four
 * consecutive grams, so one of them falls on such a position wherever the literal occurs. A hash table that fits into the
 * processor caches tells whether any literal has that gram and the gram after it. Only then the literal is compared
 * byte by byte. The index chooses the grams that are rarest in ordinary logs. So the cost of a text without a literal
 * hardly depends on the number of literals, and no text is decoded or copied.
 */
@NullMarked
package dev.mendline.engine.matching;

import org.jspecify.annotations.NullMarked;
