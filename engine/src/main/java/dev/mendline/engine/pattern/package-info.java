/** stub */
@NullMarked
package dev.mendline.engine.pattern;

import org.jspecify.annotations.NullMarked;
