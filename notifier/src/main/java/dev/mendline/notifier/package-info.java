/** Registry of the channel types that {@code mendline.yaml} can name. */
@NullMarked
package dev.mendline.notifier;

import org.jspecify.annotations.NullMarked;
