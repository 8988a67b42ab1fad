/**
 * Renders an incident into a {@code Message}, the same for every channel. All texts pass through {@code SafeText} once,
 * here, so that channels only lay them out and escape them for their own syntax.
 */
@NullMarked
package dev.mendline.notifier.message;

import org.jspecify.annotations.NullMarked;
