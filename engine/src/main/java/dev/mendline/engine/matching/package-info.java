/**
 * Finds many literals in raw bytes, in one pass that looks at every fourth position only. A text is read four bytes at a
 * time; each literal has four marks that follow one another, so that one of the four falls on a position that is looked
 * at, wherever the literal stands. A mark is a gram of four bytes and the gram after it: a table that fits into the
 * processor's nearest caches tells, for both at once, whether any literal has them, and of each literal the marks are
 * chosen that ordinary logs show least. So what a text costs that holds no literal hardly depends on how many are looked
 * for, and no text is decoded or copied for it.
 */
@NullMarked
package dev.mendline.engine.matching;

import org.jspecify.annotations.NullMarked;
