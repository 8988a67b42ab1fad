/** Terminal channel: prints each message as lines of at most 100 columns. */
@NullMarked
package dev.mendline.notifier.terminal;

import org.jspecify.annotations.NullMarked;
