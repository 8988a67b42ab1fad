/** Log events and what is read out of them before an incident exists. */
@NullMarked
package dev.mendline.model.log;

import org.jspecify.annotations.NullMarked;
