/** Log events and the values that are read from them before an incident exists. */
@NullMarked
package dev.mendline.model.log;

import org.jspecify.annotations.NullMarked;
