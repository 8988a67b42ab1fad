/**
 * Finds many literals in raw bytes, in one pass that looks at every fourth position only. A text is read four bytes at a
 * time; each literal is known by four grams of four bytes that follow one another, so that one of the four falls on a
 * position that is looked at, wherever the literal stands. A set of bits that fits into the first-level cache tells which
 * grams are worth a closer look, and of each literal the four are chosen that ordinary logs show least. So what a text
 * costs that holds no literal hardly depends on how many are looked for, and no text is decoded or copied for it.
 */
@NullMarked
package dev.mendline.engine.matching;

import org.jspecify.annotations.NullMarked;
