/** Slack channel: posts a message with a bot token and edits it, as Block Kit with a plain-text fallback. */
@NullMarked
package dev.mendline.notifier.slack;

import org.jspecify.annotations.NullMarked;
