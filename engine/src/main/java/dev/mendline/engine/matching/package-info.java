/** stub */
@NullMarked
package dev.mendline.engine.matching;

import org.jspecify.annotations.NullMarked;
